package dev.pentimento.adapters.persistence;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/** Writes the manifest of a bundle: one line for each part, so that tools can compare two of them. */
final class ManifestWriter {
    static final String NAME = "manifest.json";
    static final String FORMAT = "pentimento-bundle";
    static final int VERSION = 1;
    private static final String CREATOR = "pentimento";

    private final JsonGenerator json;

    private ManifestWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(Bundle bundle, OutputStream to) throws IOException {
        try (JsonGenerator json = Json.generator(to)) {
            new ManifestWriter(json).write(bundle);
        }
    }

    private void write(Bundle bundle) throws IOException {
        History history = bundle.history();
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeStringField("created_by", CREATOR);
        parts("concepts", history.concepts(), StoredParts::write);
        parts("versions", history.versions(), StoredParts::write);
        parts("jobs", history.jobs(), StoredParts::write);
        parts("images", bundle.images(), StoredParts::write);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private <T> void parts(String name, List<T> parts, Function<T, Document> form) throws IOException {
        json.writeArrayFieldStart(name);
        for (T part : parts) {
            json.writeRawValue("\n" + form.apply(part));
        }
        json.writeEndArray();
    }
}
