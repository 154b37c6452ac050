package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Making;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.domain.provenance.Step;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExamineImage.Likeness;
import dev.pentimento.ports.in.ImportImages.Arrived;
import dev.pentimento.ports.in.ImportImages.Recognition;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say about themselves, on the command line. */
class FileClaimsTest {
    private static final VersionId FIRST = new VersionId(new UUID(7, 1));
    private static final VersionId LAST = new VersionId(new UUID(7, 2));

    @TempDir
    private Path folder;

    private final FakeHome home = new FakeHome();

    @BeforeEach
    void aPictureLiesInTheFolder() throws IOException {
        Files.write(folder.resolve("cat.png"), new byte[] {1, 2});
    }

    private CommandRun here() {
        return new CommandRun(folder, home);
    }

    private JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(here().run(arguments).out());
    }

    private void examined(FileClaims claims, @Nullable Likeness likeness) {
        home.bench.examination = new ExamineImage.Examination(
                "cat.png",
                FakeWorkbench.image(),
                claims,
                likeness == null ? null : new ExamineImage.Match(home.bench.details(home.bench.original), likeness));
    }

    private static FileClaims claims(String instruction) {
        Provenance provenance = new Provenance(
                new ConceptId(new UUID(7, 0)),
                List.of(FIRST),
                List.of(
                        new Step(FIRST, "A", Making.IMPORTED, "", "", "", null),
                        new Step(LAST, "A1.1", Making.REFINED_WITHIN_MASK, instruction, "fal", "flux", 9L)),
                4,
                Instant.EPOCH,
                DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        return new FileClaims(provenance, provenance.sourceType(), true);
    }

    @Test
    void showOfAFileTellsWhatItIsAndWhatItSays() {
        examined(claims("make it warmer"), Likeness.SAME_PIXELS);

        Ending ending = here().onTerminal().run("show", "cat.png");

        assertThat(ending.out())
                .startsWith("cat.png  640x480\n")
                .contains(
                        "format     image/png, 9 bytes",
                        "sha256     ",
                        "version    this is A v1 (" + home.bench.original.id() + "): other bytes, the same pixels",
                        "C2PA       it carries Content Credentials (C2PA)",
                        "claims     the file says the following about itself, and anybody could have written it",
                        "source     http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
                        "step       A imported\n",
                        "... 4 more steps ...",
                        "step       A1.1 refined within mask \"make it warmer\", fal / flux, seed 9");
        assertThat(Objects.requireNonNull(home.bench.examined).picture())
                .isEqualTo(new RefineImage.Uploaded(new ImageFile("cat.png", new byte[] {1, 2})));
    }

    @Test
    void showOfAFileAsADocument() throws IOException {
        examined(claims("make it warmer"), Likeness.CLAIMED);

        JsonNode shown = json("show", "cat.png");

        assertThat(shown.get("file_name").asText()).isEqualTo("cat.png");
        assertThat(shown.at("/match/likeness").asText()).isEqualTo("claimed");
        assertThat(shown.at("/match/version/label").asText()).isEqualTo("A");
        assertThat(shown.at("/claims/content_credentials").asBoolean()).isTrue();
        assertThat(shown.at("/claims/source_type").asText()).endsWith("/compositeWithTrainedAlgorithmicMedia");
        assertThat(shown.at("/claims/provenance/version_id").asText()).isEqualTo(LAST.toString());
        assertThat(shown.at("/claims/provenance/omitted_steps").asInt()).isEqualTo(4);
        assertThat(shown.at("/claims/provenance/steps/1/seed").asLong()).isEqualTo(9);
        assertThat(shown.at("/claims/provenance/steps/0/seed").isNull()).isTrue();
    }

    @Test
    void showOfAFileThatSaysNothing() throws IOException {
        examined(FileClaims.NONE, null);

        assertThat(here().onTerminal().run("show", "cat.png").out())
                .contains("version    none that is known here", "claims     says nothing about itself")
                .doesNotContain("C2PA");
        assertThat(json("show", "cat.png").get("match").isNull()).isTrue();
        assertThat(json("show", "cat.png").at("/claims/provenance").isNull()).isTrue();
    }

    @Test
    void showReadsStandardInput() {
        examined(FileClaims.NONE, null);

        assertThat(here().reading((byte) 5).onTerminal().run("show", "-").out()).startsWith("cat.png  640x480");
        assertThat(Objects.requireNonNull(home.bench.examined).picture())
                .isEqualTo(new RefineImage.Uploaded(new ImageFile("stdin", new byte[] {5})));
    }

    @Test
    void showOfAMissingFileSaysSo() {
        Ending ending = here().run("show", "dog.png");

        assertThat(ending.err()).isEqualTo("pentimento: No such file: dog.png; check the path\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    /** A terminal obeys escape sequences, whoever wrote them into the file. */
    @Test
    void whatAFileSaysCannotCommandTheTerminal() {
        examined(claims("a\u001b[2J\u009b2J\u202eb\nstep       forged"), null);

        String out = here().onTerminal().run("show", "cat.png").out();

        assertThat(out).doesNotContain("\u001b", "\u009b", "\u202e").contains("a [2J 2J b step forged");
    }

    @Test
    void showOfAVersionTellsItsSourceType() throws IOException {
        home.bench.sourceType = Optional.of(DigitalSourceType.ALGORITHMIC_MEDIA);

        assertThat(here().onTerminal().run("show", "A").out())
                .contains("source     http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
        assertThat(json("show", "A").get("source_type").asText()).endsWith("/algorithmicMedia");
    }

    @Test
    void importTellsWhatItRecognised() throws IOException {
        Version child = new Version(
                new VersionId(new UUID(1, 9)),
                FakeWorkbench.CONCEPT,
                FakeWorkbench.image(),
                List.of(home.bench.original.id()),
                new Origin.Imported("cat.png", FakeWorkbench.image()),
                FakeWorkbench.START);
        home.bench.versions.add(child);
        home.bench.arrived = new Arrived(child.id(), Recognition.EDITED, true);

        assertThat(here().onTerminal().run("import", "cat.png").out())
                .contains("A1 v2", "file       edited from A\n", "file       carries Content Credentials (C2PA)");
        JsonNode document = json("import", "cat.png");
        assertThat(document.at("/files/0/recognition").asText()).isEqualTo("edited");
        assertThat(document.at("/files/0/content_credentials").asBoolean()).isTrue();
        assertThat(document.at("/files/0/version_id")).isEqualTo(document.at("/versions/0/version_id"));
        assertThat(json("lineage").at("/versions/1/parents/0").asText())
                .isEqualTo(home.bench.original.id().toString());
    }

    @Test
    void refineTellsWhatItRecognisedBesideTheResult() {
        home.bench.arrived = new Arrived(home.bench.original.id(), Recognition.KNOWN, false);

        Ending ending = here().run("refine", "cat.png", "make it warmer");

        assertThat(ending.err()).startsWith("cat.png: known: this is A\n");
        assertThat(ending.out()).startsWith("{");
        assertThat(here().run("refine", "cat.png", "make it warmer", "--quiet").err())
                .isEmpty();
    }

    @Test
    void writtenImagesCarryTheirProvenanceUnlessToldOtherwise() {
        here().run("refine", "cat.png", "make it warmer", "-o", "out.png");
        assertThat(Objects.requireNonNull(home.bench.read).carrying()).isEqualTo(ReadImage.Carrying.PROVENANCE);

        here().run("refine", "cat.png", "make it warmer", "-o", "out.png", "--bare");
        assertThat(home.bench.read.carrying()).isEqualTo(ReadImage.Carrying.NOTHING);

        here().run("generate", "a fox", "-o", "-", "--bare");
        assertThat(home.bench.read.carrying()).isEqualTo(ReadImage.Carrying.NOTHING);
    }

    /** The query of a URL may hold a signature. */
    @Test
    void urlsAreShownAndToldWithoutTheirQuery() {
        examined(FileClaims.NONE, null);
        home.bench.arrived = new Arrived(home.bench.original.id(), Recognition.KNOWN, false);

        Ending shown = here().run("show", "https://example.org/a.png?key=s3cret");
        Ending refined = here().run("refine", "https://example.org/a.png?key=s3cret", "make it warmer");

        assertThat(Objects.requireNonNull(home.bench.examined).picture())
                .isEqualTo(new RefineImage.Remote(URI.create("https://example.org/a.png?key=s3cret")));
        assertThat(refined.err()).contains("https://example.org/a.png: known: this is A");
        assertThat(shown.err() + refined.err()).doesNotContain("s3cret");
    }

    @Test
    void bareNeedsSomethingToWrite() {
        Ending ending = here().run("refine", "cat.png", "make it warmer", "--bare");

        assertThat(ending.err()).startsWith("pentimento: --bare says how -o writes the image; name a file with -o\n");
        assertThat(ending.code()).isEqualTo(2);
    }
}
