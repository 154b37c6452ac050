package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Making;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a packet claims. A field that is missing or wrong means that there is no provenance. */
final class XmpReading {
    private final XmpElement properties;

    private XmpReading(XmpElement properties) {
        this.properties = properties;
    }

    /** Empty if this is XML but not XMP. */
    static Optional<XmpReading> of(XmpElement packet) {
        return packet.find("rdf:RDF").map(XmpReading::new);
    }

    Optional<DigitalSourceType> sourceType() {
        return properties.text(XmpNames.SOURCE_TYPE).flatMap(DigitalSourceType::ofUri);
    }

    Optional<Provenance> provenance() {
        if (properties.text(XmpNames.CONCEPT).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(readProvenance());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private Provenance readProvenance() {
        return new Provenance(
                new ConceptId(uuid(field(properties, XmpNames.CONCEPT))),
                properties.items(XmpNames.PARENTS).stream()
                        .map(item -> new VersionId(uuid(item.text())))
                        .toList(),
                steps(properties.items(XmpNames.STEPS)),
                Integer.parseInt(field(properties, XmpNames.OMITTED)),
                Instant.parse(field(properties, XmpNames.CREATED_AT)),
                sourceType().orElse(null));
    }

    /** Counted before they are read, since each may be long. */
    private static List<Step> steps(List<XmpElement> items) {
        if (items.size() > Provenance.MAX_STEPS) {
            throw new IllegalArgumentException("More than %d steps".formatted(Provenance.MAX_STEPS));
        }
        return items.stream().map(XmpReading::step).toList();
    }

    private static Step step(XmpElement item) {
        return new Step(
                new VersionId(uuid(field(item, XmpNames.VERSION))),
                field(item, XmpNames.LABEL),
                Making.ofLabel(field(item, XmpNames.MAKING)).orElseThrow(IllegalArgumentException::new),
                field(item, XmpNames.INSTRUCTION),
                field(item, XmpNames.PROVIDER),
                field(item, XmpNames.MODEL),
                item.text(XmpNames.SEED).map(Long::valueOf).orElse(null));
    }

    private static String field(XmpElement struct, String name) {
        return struct.text(name).orElseThrow(() -> new IllegalArgumentException("No " + name));
    }

    /** The JDK takes shorter forms too, which we never write. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text.strip());
        if (!uuid.toString().equals(text.strip())) {
            throw new IllegalArgumentException("Not a UUID in full");
        }
        return uuid;
    }
}
