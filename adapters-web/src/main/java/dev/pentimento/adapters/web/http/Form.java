package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What was sent as a form: texts, and files. A field that may come once and comes twice is refused rather than chosen from. */
public final class Form {
    /** All of it, in bytes. */
    public static final long MAX_BYTES = 64L << 20;

    /** All texts together, in bytes; the container sees to it. */
    public static final int MAX_TEXT = 1 << 20;

    private static final int IN_MEMORY = 1 << 20;
    private static final String WHERE_JETTY_LIKES = "";

    /** Where Jetty looks for the limits of the one who asks for parts. */
    private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

    private final Fields fields;
    private final Map<String, List<Upload>> files;

    private Form(Map<String, List<String>> texts, Map<String, List<Upload>> files) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, values) -> object.put(name, values.get(0)));
        this.fields = Fields.of(object, object.toString());
        this.files = files;
        texts.forEach((name, values) -> once(name, values.size()));
    }

    /** @throws Refusal if it is no form, too large, or breaks off */
    static Form read(Context context) {
        HttpServletRequest request = context.req();
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return of(parts(request), memory(context));
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new Form(readable(context.formParamMap()), Map.of());
        }
        throw Problem.of(415, "unsupported_media_type", "The body must be a form; send it as multipart/form-data")
                .refusal();
    }

    /** Where percent signs stand for nothing, Javalin leaves a field without values. */
    private static Map<String, List<String>> readable(Map<String, List<String>> texts) {
        if (texts.values().stream().anyMatch(List::isEmpty)) {
            throw broken();
        }
        return texts;
    }

    private static Collection<Part> parts(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        request.setAttribute(LIMITS, new MultipartConfigElement(WHERE_JETTY_LIKES, MAX_BYTES, MAX_BYTES, IN_MEMORY));
        try {
            return request.getParts();
        } catch (IOException | ServletException | RuntimeException e) {
            throw isTooLarge(e) ? tooLarge() : broken();
        }
    }

    /** Jetty has no exception of its own for it. */
    private static boolean isTooLarge(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message ->
                        message.contains("exceed") || message.contains("too large") || message.contains("max"));
    }

    private static UploadMemory.Share memory(Context context) {
        return Objects.requireNonNull(context.attribute(UploadMemory.SHARE), "every request has a share");
    }

    private static Form of(Collection<Part> parts, UploadMemory.Share memory) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        Map<String, List<Upload>> files = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.getSubmittedFileName() == null) {
                add(texts, part.getName(), text(part));
            } else if (part.getSize() > 0 || !part.getSubmittedFileName().isEmpty()) {
                add(files, part.getName(), new Upload(part, memory));
            }
        }
        return new Form(texts, files);
    }

    private static <T> void add(Map<String, List<T>> map, String name, T value) {
        map.merge(
                name,
                List.of(value),
                (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
    }

    private static String text(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw broken();
        }
    }

    /** The texts; whoever has read all he wants calls {@link Fields#check}. */
    public Fields fields() {
        return fields;
    }

    /** A whole number in a range; anything else is wrong. */
    public Optional<Integer> wholeNumber(String name, int least, int most) {
        return fields.made(name, fields.text(name), text -> number(text, least, most));
    }

    private static int number(String text, int least, int most) {
        int value = text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : least - 1;
        if (value < least || value > most) {
            throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(least, most));
        }
        return value;
    }

    /** A file that may come once. One that came as a text is refused: left out unseen, an edit would lose its mask. */
    public Optional<Upload> file(String name) {
        List<Upload> sent = files.getOrDefault(name, List.of());
        once(name, sent.size());
        if (fields.text(name).isPresent()) {
            fields.wrong(name, "is there as text; send it as a file, with a file name");
        }
        return sent.stream().findFirst();
    }

    /** Files that may be several, under any of the names. */
    public List<Upload> files(String... names) {
        return Stream.of(names)
                .flatMap(name -> files.getOrDefault(name, List.of()).stream())
                .toList();
    }

    /** All of it, in words: what tells one form from another. */
    List<String> sent() {
        return Stream.concat(
                        Stream.of(fields.sent()),
                        files.entrySet().stream()
                                .flatMap(entry ->
                                        entry.getValue().stream().map(file -> entry.getKey() + " " + file.digest())))
                .toList();
    }

    private void once(String name, int times) {
        if (times > 1) {
            fields.wrong(name, "is there %d times; send it once".formatted(times));
        }
    }

    private static Refusal tooLarge() {
        return Problem.of(
                        413,
                        "too_large",
                        "The form has more than %d MB, or more than %d MB of texts"
                                .formatted(MAX_BYTES >> 20, MAX_TEXT >> 20))
                .refusal();
    }

    static Refusal broken() {
        return Problem.of(400, "broken_request", "The form breaks off, or is none that can be read")
                .refusal();
    }
}
