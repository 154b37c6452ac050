package dev.pentimento.adapters.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as it is stored. The names and words that our readers and writers use in it are a format that older homes rely on; they never
 * follow the name of a class.
 *
 * <p>Values are texts, whole numbers, fractions, documents and lists of these. What is missing or of another kind gives an
 * {@link IllegalArgumentException}.
 */
final class Document {
    private final Map<String, Object> fields;

    Document(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Stands for null where a document is printed; no document that is read holds it. */
    enum Nothing {
        SAID
    }

    static Document empty() {
        return new Document(new LinkedHashMap<>());
    }

    /** The beginning of a document that stands for one of several alternatives. */
    static Document ofType(String type) {
        return empty().with("type", type);
    }

    static Document parse(String json) {
        return Json.parse(json);
    }

    /** Adds a field, unless {@code value} is null. */
    Document with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Adds a field, also one that says nothing. */
    Document withOrNull(String name, @Nullable Object value) {
        fields.put(name, value == null ? Nothing.SAID : value);
        return this;
    }

    /** Whether both say the same, field by field; numbers by their value, as JSON does not tell 1 from 1.0. */
    boolean saysTheSameAs(Document other) {
        return fields.keySet().equals(other.fields.keySet())
                && fields.keySet().stream().allMatch(name -> same(fields.get(name), other.fields.get(name)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Document document) {
            return other instanceof Document that && document.saysTheSameAs(that);
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> that && same(list, that);
        }
        if (one instanceof Number number && other instanceof Number that) {
            return number.doubleValue() == that.doubleValue() && number.longValue() == that.longValue();
        }
        return Objects.equals(one, other);
    }

    private static boolean same(List<?> one, List<?> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
    }

    Map<String, Object> fields() {
        return fields;
    }

    String type() {
        return text("type");
    }

    /** What to throw where {@link #type()} is none of the alternatives. */
    IllegalArgumentException unknown(String kind) {
        return new IllegalArgumentException("Unknown %s '%s'".formatted(kind, type()));
    }

    String text(String name) {
        return value(name, String.class);
    }

    Optional<String> optionalText(String name) {
        return fields.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return value(name, Long.class);
    }

    int integer(String name) {
        return Math.toIntExact(number(name));
    }

    /** JSON does not tell 1 from 1.0. */
    double fraction(String name) {
        return value(name, Number.class).doubleValue();
    }

    OptionalLong optionalNumber(String name) {
        return fields.containsKey(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    Document document(String name) {
        return value(name, Document.class);
    }

    Optional<Document> optionalDocument(String name) {
        return fields.containsKey(name) ? Optional.of(document(name)) : Optional.empty();
    }

    List<String> texts(String name) {
        return list(name, String.class, text -> text);
    }

    <T> List<T> documents(String name, Function<Document, T> read) {
        return list(name, Document.class, read);
    }

    /** Empty where there are none. */
    <T> List<T> optionalDocuments(String name, Function<Document, T> read) {
        return fields.containsKey(name) ? documents(name, read) : List.of();
    }

    /** Such as the ids of versions. */
    <T> List<T> texts(String name, Function<String, T> read) {
        return list(name, String.class, read);
    }

    private <E, T> List<T> list(String name, Class<E> kind, Function<E, T> read) {
        List<?> elements = value(name, List.class);
        return elements.stream()
                .<T>map(element -> read.apply(cast(name, element, kind)))
                .toList();
    }

    private <T> T value(String name, Class<T> kind) {
        return cast(name, fields.get(name), kind);
    }

    private static <T> T cast(String name, @Nullable Object value, Class<T> kind) {
        if (!kind.isInstance(value)) {
            String found = value == null ? "nothing" : value.getClass().getSimpleName();
            throw new IllegalArgumentException(
                    "'%s' should be a %s but is %s".formatted(name, kind.getSimpleName(), found));
        }
        return kind.cast(value);
    }

    /** As JSON, on one line. */
    @Override
    public String toString() {
        return Json.print(this);
    }
}
