package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Making;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes a provenance as an XMP packet (ISO 16684-1): in the words that other programs show, and in fields of our own that hold all of it. */
final class XmpPacket {
    /** What is larger is not read, and so not written either. */
    static final int MAX_BYTES = 256 << 10;

    /** So that even the longest instructions leave room for the rest in a JPEG. */
    private static final int MAX_DESCRIPTION = 300;

    private final StringBuilder xml = new StringBuilder();
    private final Provenance provenance;

    private XmpPacket(Provenance provenance) {
        this.provenance = provenance;
    }

    /** In UTF-8, at most {@code maxBytes} long: the oldest steps after the original give way. */
    static byte[] of(Provenance provenance, int maxBytes) {
        byte[] packet = of(provenance);
        Provenance shorter = provenance;
        while (packet.length > maxBytes && shorter.canBeShortened()) {
            shorter = shorter.shortened();
            packet = of(shorter);
        }
        if (packet.length > maxBytes) {
            throw new IllegalStateException(
                    "A provenance of %d bytes does not fit into %d".formatted(packet.length, maxBytes));
        }
        return packet;
    }

    private static byte[] of(Provenance provenance) {
        return new XmpPacket(provenance).write().getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        xml.append("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"")
                .append(XmpNames.RDF)
                .append("\">\n<rdf:Description rdf:about=\"\"");
        XmpNames.namespaces().forEach((prefix, uri) -> {
            if (!uri.equals(XmpNames.RDF)) {
                xml.append("\n xmlns:%s=\"%s\"".formatted(prefix, uri));
            }
        });
        xml.append(">\n");
        addWhatOthersShow();
        addOurs();
        return xml.append("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
                .toString();
    }

    private void addWhatOthersShow() {
        Step last = provenance.last();
        add("xmp:CreatorTool", "Pentimento");
        add("xmp:CreateDate", provenance.createdAt().toString());
        DigitalSourceType type = provenance.sourceType();
        if (type != null) {
            add(XmpNames.SOURCE_TYPE, type.uri());
        }
        if (last.making() != Making.IMPORTED) {
            nest("dc:description", "rdf:Alt", () -> {
                xml.append("<rdf:li xml:lang=\"x-default\">");
                addText(last.excerpt(MAX_DESCRIPTION));
                xml.append("</rdf:li>");
            });
        }
        add("xmpMM:DocumentID", "xmp.did:" + provenance.concept());
        add("xmpMM:InstanceID", instance(last.version()));
        provenance.parents().stream()
                .limit(1)
                .forEach(base -> addStruct("xmpMM:DerivedFrom", () -> {
                    add("stRef:documentID", "xmp.did:" + provenance.concept());
                    add("stRef:instanceID", instance(base));
                }));
        addAll("xmpMM:History", provenance.steps(), this::addEvent);
    }

    private void addEvent(Step step) {
        addStruct("rdf:li", () -> {
            add("stEvt:action", isFirst(step) ? "created" : "edited");
            add("stEvt:instanceID", instance(step.version()));
            if (!step.provider().isEmpty()) {
                add("stEvt:softwareAgent", "Pentimento " + step.provider());
            }
        });
    }

    private boolean isFirst(Step step) {
        return step.equals(provenance.steps().get(0));
    }

    private void addOurs() {
        add(XmpNames.CONCEPT, provenance.concept().toString());
        add(XmpNames.CREATED_AT, provenance.createdAt().toString());
        add(XmpNames.OMITTED, Integer.toString(provenance.omitted()));
        addAll(XmpNames.PARENTS, provenance.parents(), parent -> add("rdf:li", parent.toString()));
        addAll(XmpNames.STEPS, provenance.steps(), this::addStep);
    }

    private void addStep(Step step) {
        addStruct("rdf:li", () -> {
            add(XmpNames.VERSION, step.version().toString());
            add(XmpNames.LABEL, step.label());
            add(XmpNames.MAKING, step.making().label());
            add(XmpNames.INSTRUCTION, step.instruction());
            add(XmpNames.PROVIDER, step.provider());
            add(XmpNames.MODEL, step.model());
            Long seed = step.seed();
            if (seed != null) {
                add(XmpNames.SEED, seed.toString());
            }
        });
    }

    private static String instance(VersionId version) {
        return "xmp.iid:" + version;
    }

    private <T> void addAll(String name, List<T> elements, Consumer<T> add) {
        if (!elements.isEmpty()) {
            nest(name, "rdf:Seq", () -> elements.forEach(add));
        }
    }

    private void nest(String name, String container, Runnable content) {
        xml.append('<').append(name).append("><").append(container).append('>');
        content.run();
        xml.append("</").append(container).append("></").append(name).append(">\n");
    }

    private void addStruct(String name, Runnable content) {
        xml.append('<').append(name).append(" rdf:parseType=\"Resource\">\n");
        content.run();
        xml.append("</").append(name).append(">\n");
    }

    private void add(String name, String value) {
        xml.append('<').append(name).append('>');
        addText(value);
        xml.append("</").append(name).append(">\n");
    }

    /** The texts hold no control characters, so these three are all that XML needs masked. */
    private void addText(String value) {
        xml.append(value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
