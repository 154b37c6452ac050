package dev.pentimento.app.cli.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/** Writes documents, with the names of their records' components in snake case. */
public final class Json {
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private Json() {}

    public static String write(Object document) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        try {
            return withoutHalves(mapper.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document must be writable as JSON", e);
        }
    }

    /** A surrogate without its other half is no character, and has no place in a file. */
    private static String withoutHalves(String json) {
        return HALF.matcher(json).replaceAll("\uFFFD");
    }

    /** Numbers of a report need no more than four decimals. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
