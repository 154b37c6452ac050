package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a body that must be a JSON object. */
final class JsonBody {
    static final int MAX_BYTES = 1 << 20;

    private JsonBody() {}

    static Fields read(HttpServletRequest request) {
        checkType(request.getContentType());
        byte[] bytes = bytes(request);
        try {
            JsonNode node = Json.read(bytes);
            if (node instanceof ObjectNode object) {
                return Fields.of(object, new String(bytes, StandardCharsets.UTF_8));
            }
            throw Fields.problem("body", "must be a JSON object").refusal();
        } catch (JsonProcessingException e) {
            throw Fields.problem("body", "is not JSON that can be read: " + shortly(e))
                    .refusal();
        } catch (IOException e) {
            throw Problem.of(400, "broken_request", "The request breaks off").refusal();
        }
    }

    private static void checkType(String type) {
        if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/([a-z.+-]+\\+)?json\\s*(;.*)?")) {
            throw Problem.of(415, "unsupported_media_type", "The body must be JSON; send it as application/json")
                    .refusal();
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.of(400, "broken_request", "The request breaks off").refusal();
        }
    }

    private static Refusal tooLarge() {
        return Problem.of(413, "too_large", "The body has more than %d bytes".formatted(MAX_BYTES))
                .refusal();
    }

    /** Where the trouble is, without an excerpt, which might hold a key. */
    private static String shortly(JsonProcessingException e) {
        return e instanceof StreamConstraintsException || e.getLocation() == null
                ? "it is nested too deep, or has a number or a name without end"
                : "look at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
