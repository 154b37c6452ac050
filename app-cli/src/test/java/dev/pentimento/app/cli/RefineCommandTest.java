package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RefineImage.Remote;
import dev.pentimento.ports.in.RefineImage.Stored;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a command line reaches the use case, and what is told of a version. */
class RefineCommandTest extends RefineScene {
    @Test
    void tellsAPersonWhatWasMadeAndWhatComesNext() {
        Ending ending = here().onTerminal().run("refine", "cat.png", "make it warmer");

        assertThat(ending.code()).isZero();
        assertThat(ending.out().lines())
                .containsExactly(
                        "A1 v2  640x480  /home/ann/pictures/made.png",
                        "  from       A",
                        "  made by    local / sketch-1, 1.3 s",
                        "  cost       free",
                        "  concept    00000000-0000-0000-0000-0000000000c0",
                        "Refine it again: pentimento refine A1 \"...\"");
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void printsOneJsonDocumentIntoAPipe() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(here().run("refine", "cat.png", "make it warmer").out());

        assertThat(document).isEqualTo(new ObjectMapper().readTree("""
                                {
                                  "job_id": "00000000-0000-0002-0000-000000000001",
                                  "status": "completed",
                                  "concept_id": "00000000-0000-0000-0000-0000000000c0",
                                  "versions": [{
                                    "version_id": "00000000-0000-0001-0000-000000000002",
                                    "label": "A1",
                                    "badge": "v2",
                                    "image_path": "/home/ann/pictures/made.png",
                                    "sha256": "%s",
                                    "width": 640,
                                    "height": 480,
                                    "media_type": "image/png",
                                    "parents": ["00000000-0000-0001-0000-000000000001"]
                                  }],
                                  "provider": "local",
                                  "model": "sketch-1",
                                  "prompt_sent": "make it warmer, please",
                                  "estimate": {"micro_usd": 0, "basis": "reported"},
                                  "cost": {"micro_usd": 0, "basis": "reported"},
                                  "mask": null,
                                  "not_understood": [],
                                  "failures": [],
                                  "duration_ms": 1250
                                }""".formatted(
                                FakeWorkbench.PIXELS.digest().hex())));
    }

    @Test
    void jsonMayBeAskedForOnATerminalBeforeOrAfterTheCommand() {
        assertThat(here().onTerminal()
                        .run("--json", "refine", "cat.png", "warmer")
                        .out())
                .startsWith("{");
        assertThat(here().onTerminal()
                        .run("refine", "cat.png", "warmer", "--json")
                        .out())
                .startsWith("{");
    }

    @Test
    void everyOptionReachesTheUseCase() {
        here().run(
                        "refine",
                        "cat.png",
                        "add a hat",
                        "--strength",
                        "0.25",
                        "--creativity",
                        "3",
                        "--preserve",
                        "colors,layout",
                        "--candidates",
                        "2",
                        "--seed",
                        "-5",
                        "--keep-size",
                        "--provider",
                        "openai",
                        "--model",
                        "m-1",
                        "--logo",
                        "a fox",
                        "--theme",
                        "autumn",
                        "--concept",
                        "00000000",
                        "--reference",
                        "A");

        assertThat(asked())
                .isEqualTo(new RefineImage.Command(
                        UserId.LOCAL,
                        new Uploaded(new ImageFile("cat.png", CAT)),
                        List.of(new Stored(new VersionReference("A"))),
                        new Refinement.PromptRefinement(new Instruction("add a hat"), null),
                        List.of(),
                        new Knobs(
                                new Strength(0.25),
                                Creativity.INVENTIVE,
                                Set.of(PreserveAspect.LAYOUT, PreserveAspect.COLORS),
                                2,
                                -5L,
                                true),
                        new Brief("", "a fox", "autumn"),
                        new ProviderChoice("openai", "m-1"),
                        FakeWorkbench.CONCEPT,
                        Priority.NORMAL));
    }

    @Test
    void aVersionIsRefinedByItsLabel() {
        here().run("refine", "A", "warmer");

        assertThat(asked().base()).isEqualTo(new Stored(new VersionReference("A")));
    }

    @Test
    void aFileWinsOverAVersionOfTheSameName() throws IOException {
        Files.write(folder.resolve("A"), CAT);

        here().run("refine", "A", "warmer");

        assertThat(asked().base()).isEqualTo(new Uploaded(new ImageFile("A", CAT)));
    }

    @Test
    void aFolderDoesNotHideAVersionOfTheSameName() throws IOException {
        Files.createDirectory(folder.resolve("A"));

        here().run("refine", "A", "warmer");

        assertThat(asked().base()).isEqualTo(new Stored(new VersionReference("A")));
    }

    @Test
    void subjectAndTextRepairsAreTypes() {
        here().run("refine", "cat.png", "use this dog", "--type", "subject", "--reference", "cat.png");
        assertThat(asked().refinement()).isEqualTo(new Refinement.SubjectRepair(new Instruction("use this dog"), null));

        here().run("refine", "cat.png", "--type", "TEXT", "--instructions", "say HELLO");
        assertThat(asked().refinement()).isEqualTo(new Refinement.TextRepair(new Instruction("say HELLO"), null));
    }

    @Test
    void instructionsFollowThePrompt() {
        here().run("refine", "cat.png", "fix the sign", "--type", "text", "--instructions", "it says OPEN");

        assertThat(asked().refinement().instruction().text()).isEqualTo("fix the sign. it says OPEN");
    }

    @Test
    void masksAreShapesAndPictures() throws IOException {
        byte[] picture = {'m'};
        Files.write(folder.resolve("mask.png"), picture);

        here().run(
                        "refine",
                        "cat.png",
                        "warmer",
                        "--feather",
                        "4",
                        "--mask",
                        "rect:0.1,0.2,0.3,0.4",
                        "--mask",
                        "circle:0.5,0.5,0.1",
                        "--mask",
                        "polygon:0,0;1,0;1,1",
                        "--mask",
                        "brush:0.05;0.1,0.1;0.9,0.9",
                        "--mask",
                        "mask.png");

        ImageFile file = new ImageFile("mask.png", picture);
        assertThat(asked().refinement().mask())
                .isEqualTo(new MaskSpec(
                        List.of(
                                new MaskShape.Rectangle(0.1, 0.2, 0.3, 0.4),
                                new MaskShape.Circle(new Point(0.5, 0.5), 0.1),
                                new MaskShape.Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1))),
                                new MaskShape.BrushStroke(List.of(new Point(0.1, 0.1), new Point(0.9, 0.9)), 0.05),
                                new MaskShape.Painted(file.digest())),
                        4));
        assertThat(asked().maskPictures()).containsExactly(file);
    }

    @Test
    void standardInputIsAnImage() {
        here().reading(CAT).run("refine", "-", "warmer");

        assertThat(asked().base()).isEqualTo(new Uploaded(new ImageFile("stdin", CAT)));
    }

    @Test
    void urlsAreFetchedAndAnnouncedWithoutWhatMayBeSecret() {
        Ending ending = here().run(
                        "refine",
                        "HTTPS://example.org/cat.png?signature=s3cret",
                        "use that dog",
                        "--reference",
                        "http://example.org/dog 1.png");

        assertThat(ending.code()).as(ending.err()).isZero();
        assertThat(asked().base()).isEqualTo(new Remote(URI.create("HTTPS://example.org/cat.png?signature=s3cret")));
        assertThat(asked().references()).containsExactly(new Remote(URI.create("http://example.org/dog%201.png")));
        assertThat(ending.err())
                .startsWith("Fetching HTTPS://example.org/cat.png\nFetching http://example.org/dog%201.png\n")
                .doesNotContain("s3cret");
    }
}
