package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.pentimento.domain.history.Bundle;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.testkit.EveryKind;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.TravellingHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published schema describes what is really written. */
class BundleSchemaTest {
    private static final Path SCHEMA = Path.of("..", "docs", "bundle.schema.json");

    private final TravellingHistory travelling = TravellingHistory.of(UserId.LOCAL);

    @Test
    void manifestIsAsTheSchemaSays() throws IOException {
        assertThat(errors(manifest(travelling.bundle()))).isEmpty();
    }

    /** Parts that fit no history, but may stand in a manifest. */
    @Test
    void everyKindOfPartIsAsTheSchemaSays() throws IOException {
        String manifest = manifest(travelling.bundle());
        String jobs = String.join(
                ",",
                EveryKind.works()
                        .map(work -> Fixtures.aPendingJobFor(Fixtures.aConcept(), work)
                                .cancel(Fixtures.NOW))
                        .map(BundleSchemaTest::json)
                        .toList());
        String states = String.join(
                ",",
                EveryKind.states()
                        .filter(state -> state.status().isFinal())
                        .map(state -> new Job(
                                Fixtures.aJobId(),
                                UserId.LOCAL,
                                Fixtures.aConceptId(),
                                Fixtures.aGeneration(),
                                EveryKind.providers().findFirst().orElseThrow(),
                                state,
                                1,
                                Fixtures.NOW,
                                Fixtures.NOW,
                                Fixtures.NOW))
                        .map(BundleSchemaTest::json)
                        .toList());

        assertThat(errors(manifest.replace("\"jobs\":[", "\"jobs\":[" + jobs + "," + states + ",")))
                .isEmpty();
    }

    /** The control: the schema notices what is wrong. */
    @Test
    void schemaRefusesWhatIsNotSo() throws IOException {
        String manifest = manifest(travelling.bundle());

        assertThat(errors(manifest.replace("\"version\":1", "\"version\":2"))).isNotEmpty();
        assertThat(errors(manifest.replace("\"parents\"", "\"ancestors\""))).isNotEmpty();
        assertThat(errors(manifest.replace("imported", "found"))).isNotEmpty();
    }

    private static String json(Job job) {
        return StoredParts.write(job).toString();
    }

    private static String manifest(Bundle bundle) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ManifestWriter.write(bundle, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    private static Iterable<?> errors(String manifest) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(manifest, InputFormat.JSON);
    }
}
