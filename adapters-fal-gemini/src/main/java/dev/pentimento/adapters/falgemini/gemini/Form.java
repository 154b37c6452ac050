package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.types.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What the text model is asked to do, and the JSON in which it has to answer: two files of the same name, {@code .txt} and {@code .schema.json}. */
enum Form {
    EVALUATION,
    PREFERENCE,
    PALETTES,
    CHECKLIST,
    PROMPT,
    REFINEMENT;

    private final String instruction;
    private final String schema;

    Form() {
        String name = name().toLowerCase(Locale.ROOT);
        this.instruction = read(name + ".txt").strip();
        this.schema = read(name + ".schema.json");
    }

    String instruction() {
        return instruction;
    }

    /** In Gemini's dialect: OpenAPI's, with types in capitals and an order of the fields, in which they are written. */
    Schema schema() {
        return Schema.fromJson(schema);
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Form.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
