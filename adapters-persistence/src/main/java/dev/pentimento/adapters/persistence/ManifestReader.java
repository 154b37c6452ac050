package dev.pentimento.adapters.persistence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.BundleRejected.Reason;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the manifest of a bundle part by part; holds one part as JSON at a time. */
final class ManifestReader {
    private final JsonParser json;
    private final UserId owner;
    private final BundleCheck check;

    private ManifestReader(JsonParser json, UserId owner, BundleCheck check) {
        this.json = json;
        this.owner = owner;
        this.check = check;
    }

    static Bundle read(InputStream manifest, UserId owner, BundleCheck check) throws IOException {
        try (JsonParser json = Json.parser(manifest)) {
            return new ManifestReader(json, owner, check).bundle();
        } catch (JacksonException e) {
            throw check.rejected(Reason.INVALID_HISTORY, "its manifest is no JSON" + place(e.getLocation()), e);
        } catch (CharConversionException e) {
            throw check.rejected(Reason.INVALID_HISTORY, "its manifest is not text in UTF-8", e);
        }
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }

    private Bundle bundle() throws IOException {
        json.nextToken();
        readFormat();
        field("created_by");
        json.nextToken();
        List<Concept> concepts = parts("concepts", part -> StoredParts.concept(part, owner), StoredParts::write);
        List<Version> versions = parts("versions", StoredParts::version, StoredParts::write);
        List<Job> jobs = parts("jobs", part -> StoredParts.job(part, owner), StoredParts::write);
        List<HeldImage> images = parts("images", StoredParts::image, StoredParts::write);
        expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "it goes on after its images");
        try {
            Bundle bundle = new Bundle(new History(concepts, versions, jobs), images);
            checkChains(versions);
            return bundle;
        } catch (IllegalArgumentException e) {
            throw invalid("its history is not whole: " + e.getMessage(), e);
        }
    }

    private void checkChains(List<Version> versions) {
        Map<VersionId, Integer> depths = new HashMap<>();
        long steps = 0;
        for (Version version : versions) {
            int depth =
                    version.base().map(base -> depths.getOrDefault(base, 0) + 1).orElse(0);
            depths.put(version.id(), depth);
            steps += depth;
        }
        check.require(
                BundleRule.CHAINS, steps <= check.limits().steps(), "its chains of versions are too long to be shown");
    }

    /** First of all, so that what comes from a newer Pentimento is told as such. */
    private void readFormat() throws IOException {
        boolean ours = json.currentToken() == JsonToken.START_OBJECT
                && json.nextToken() == JsonToken.FIELD_NAME
                && json.currentName().equals("format")
                && json.nextToken() == JsonToken.VALUE_STRING
                && json.getText().equals(ManifestWriter.FORMAT);
        if (!ours) {
            throw check.rejected(
                    Reason.NOT_A_BUNDLE, "this is no bundle: its manifest does not begin with our format", null);
        }
        field("version");
        expect(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "its version is no whole number");
        check.require(
                BundleRule.FORMAT_VERSION,
                json.getLongValue() == ManifestWriter.VERSION,
                "it is written in version %d of the format, but this Pentimento knows version %d",
                json.getLongValue(),
                ManifestWriter.VERSION);
    }

    private void field(String name) throws IOException {
        expect(
                json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals(name),
                "'%s' is not where it should be".formatted(name));
    }

    private <T> List<T> parts(String name, Function<Document, T> read, Function<T, Document> write) throws IOException {
        field(name);
        expect(json.nextToken() == JsonToken.START_ARRAY, "'%s' is no list".formatted(name));
        List<T> parts = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            parts.add(part(name, parts.size() + 1, read, write));
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "'%s' holds something else than parts".formatted(name));
        return parts;
    }

    private <T> T part(String name, int number, Function<Document, T> read, Function<T, Document> write)
            throws IOException {
        try {
            Document document = (Document) Json.value(json);
            check.require(
                    BundleRule.LOSSLESS,
                    StandardCharsets.UTF_8.newEncoder().canEncode(Json.print(document)),
                    "number %d of the %s in its manifest holds half a character, which nobody can write again",
                    number,
                    name);
            T part = read.apply(document);
            check.require(
                    BundleRule.LOSSLESS,
                    write.apply(part).saysTheSameAs(document),
                    "number %d of the %s in its manifest says more than is known of them, or in another way",
                    number,
                    name);
            return part;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw invalid("number %d of the %s in its manifest: %s".formatted(number, name, e.getMessage()), e);
        }
    }

    private void expect(boolean holds, String problem) {
        if (!holds) {
            throw invalid("its manifest cannot be read: " + problem, null);
        }
    }

    private RuntimeException invalid(String problem, @Nullable Exception cause) {
        return check.rejected(Reason.INVALID_HISTORY, problem, cause);
    }
}
