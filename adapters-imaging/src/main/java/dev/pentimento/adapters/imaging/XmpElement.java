package dev.pentimento.adapters.imaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** An element of an XMP packet. RDF has several spellings for one thing; all of them read alike here. */
final class XmpElement {
    private static final Set<QName> ARRAYS =
            Set.of(XmpNames.qualified("rdf:Seq"), XmpNames.qualified("rdf:Bag"), XmpNames.qualified("rdf:Alt"));
    private static final QName ITEM = XmpNames.qualified("rdf:li");
    private static final QName DESCRIPTION = XmpNames.qualified("rdf:Description");
    private static final QName RESOURCE = XmpNames.qualified("rdf:resource");

    private final QName name;
    private final Map<QName, String> attributes = new HashMap<>();
    private final List<XmpElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmpElement(QName name) {
        this.name = name;
    }

    void attribute(QName attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(XmpElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    /** The first element of that name here or within, whatever lies between. */
    Optional<XmpElement> find(String wanted) {
        QName qualified = XmpNames.qualified(wanted);
        if (name.equals(qualified)) {
            return Optional.of(this);
        }
        return children.stream().flatMap(child -> child.find(wanted).stream()).findFirst();
    }

    /** A simple property; RDF writes it as an attribute, as an element, or as an element that points at a resource. */
    Optional<String> text(String property) {
        QName qualified = XmpNames.qualified(property);
        return holders()
                .flatMap(holder -> Stream.concat(
                        Stream.ofNullable(holder.attributes.get(qualified)),
                        holder.named(qualified).map(XmpElement::text)))
                .findFirst();
    }

    /** The elements of an array property; none if it is not there. */
    List<XmpElement> items(String property) {
        QName qualified = XmpNames.qualified(property);
        return holders()
                .flatMap(holder -> holder.named(qualified))
                .limit(1)
                .flatMap(array -> array.children.stream().filter(child -> ARRAYS.contains(child.name)))
                .flatMap(array -> array.named(ITEM))
                .toList();
    }

    String text() {
        return attributes.getOrDefault(RESOURCE, text.toString());
    }

    /** Properties stand in an element itself or in descriptions within it. */
    private Stream<XmpElement> holders() {
        return Stream.concat(Stream.of(this), named(DESCRIPTION));
    }

    private Stream<XmpElement> named(QName wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }
}
