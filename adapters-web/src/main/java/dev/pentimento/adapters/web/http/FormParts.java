package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A form as it came: by each name, what was sent as a text and what was sent as a file. */
final class FormParts {
    private static final int IN_MEMORY = 1 << 20;
    private static final String WHERE_JETTY_LIKES = "";

    /** Where Jetty looks for the limits of the one who asks for parts. */
    private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

    private final Map<String, List<String>> texts;
    private final Map<String, List<Upload>> files = new LinkedHashMap<>();

    /** Of texts, in bytes. */
    private long read;

    private FormParts(Map<String, List<String>> texts) {
        this.texts = texts;
    }

    /** @throws Refusal if it is no form, too large, or breaks off */
    static FormParts read(Context context) {
        HttpServletRequest request = context.req();
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return of(parts(request), memory(context));
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new FormParts(readable(context.formParamMap()));
        }
        throw Problem.of(415, "unsupported_media_type", "The body must be a form; send it as multipart/form-data")
                .refusal();
    }

    /** Where percent signs stand for nothing, Javalin leaves a field without values. */
    private static Map<String, List<String>> readable(Map<String, List<String>> texts) {
        if (texts.values().stream().anyMatch(List::isEmpty)) {
            throw Form.broken();
        }
        return texts;
    }

    private static Collection<Part> parts(HttpServletRequest request) {
        if (request.getContentLengthLong() > Form.MAX_BYTES) {
            throw tooLarge();
        }
        request.setAttribute(
                LIMITS, new MultipartConfigElement(WHERE_JETTY_LIKES, Form.MAX_BYTES, Form.MAX_BYTES, IN_MEMORY));
        try {
            return request.getParts();
        } catch (IOException | ServletException | RuntimeException e) {
            throw isTooLarge(e) ? tooLarge() : Form.broken();
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

    private static FormParts of(Collection<Part> parts, UploadMemory.Share memory) {
        FormParts form = new FormParts(new LinkedHashMap<>());
        for (Part part : parts) {
            Upload upload = new Upload(part, memory);
            if (part.getSubmittedFileName() == null) {
                add(form.texts, part.getName(), form.read(upload));
            } else if (part.getSize() > 0 || !part.getSubmittedFileName().isEmpty()) {
                add(form.files, part.getName(), upload);
            }
        }
        return form;
    }

    private static <T> void add(Map<String, List<T>> map, String name, T value) {
        map.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    List<String> texts(String name) {
        return texts.getOrDefault(name, List.of());
    }

    List<Upload> files(String name) {
        return files.getOrDefault(name, List.of());
    }

    /** @throws Refusal if all that was read so far is too much text */
    String read(Upload text) {
        read += text.size();
        if (read > Form.MAX_TEXT) {
            throw tooLarge();
        }
        return text.text();
    }

    /** All texts, in words. */
    String sentTexts() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, values) -> {
            if (values.size() == 1) {
                object.put(name, values.get(0));
            } else {
                ArrayNode array = object.putArray(name);
                values.forEach(array::add);
            }
        });
        return object.toString();
    }

    /** All files, in words. */
    Stream<String> sentFiles() {
        return files.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(file -> entry.getKey() + " " + file.digest()));
    }

    private static Refusal tooLarge() {
        return Problem.of(
                        413,
                        "too_large",
                        "The form has more than %d MB, or more than %d MB of texts"
                                .formatted(Form.MAX_BYTES >> 20, Form.MAX_TEXT >> 20))
                .refusal();
    }
}
