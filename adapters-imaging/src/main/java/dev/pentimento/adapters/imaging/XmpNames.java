package dev.pentimento.adapters.imaging;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;

/** The names of XMP that we write and read, each with the prefix by which people know it. */
final class XmpNames {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /** Ours. It is a name and no address; the fields behind it are a format that files out there hold. */
    static final String PENTIMENTO = "https://pentimento.dev/xmp/provenance/1.0/";

    private static final Map<String, String> NAMESPACES = new TreeMap<>(Map.of(
            "rdf", RDF,
            "pentimento", PENTIMENTO,
            "xmp", "http://ns.adobe.com/xap/1.0/",
            "dc", "http://purl.org/dc/elements/1.1/",
            "xmpMM", "http://ns.adobe.com/xap/1.0/mm/",
            "stRef", "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
            "stEvt", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
            "Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"));

    static final String SOURCE_TYPE = "Iptc4xmpExt:DigitalSourceType";
    static final String CONCEPT = "pentimento:Concept";
    static final String CREATED_AT = "pentimento:CreatedAt";
    static final String OMITTED = "pentimento:OmittedSteps";
    static final String PARENTS = "pentimento:Parents";
    static final String STEPS = "pentimento:Steps";
    static final String VERSION = "pentimento:Version";
    static final String LABEL = "pentimento:Label";
    static final String MAKING = "pentimento:Making";
    static final String INSTRUCTION = "pentimento:Instruction";
    static final String PROVIDER = "pentimento:Provider";
    static final String MODEL = "pentimento:Model";
    static final String SEED = "pentimento:Seed";

    private XmpNames() {}

    static Map<String, String> namespaces() {
        return NAMESPACES;
    }

    /** Of a name with its prefix, such as {@code rdf:li}. */
    static QName qualified(String name) {
        int colon = name.indexOf(':');
        return new QName(NAMESPACES.getOrDefault(name.substring(0, colon), ""), name.substring(colon + 1));
    }
}
