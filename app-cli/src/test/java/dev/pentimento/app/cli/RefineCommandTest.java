package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.RefineImage.Remote;
import dev.pentimento.ports.in.RefineImage.Stored;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefineCommandTest {
    private static final byte[] CAT = {'c', 'a', 't'};

    @TempDir
    private Path folder;

    private final FakeHome home = new FakeHome();

    @BeforeEach
    void aCatLiesInTheFolder() throws IOException {
        Files.write(folder.resolve("cat.png"), CAT);
    }

    private CommandRun here() {
        return new CommandRun(folder, home);
    }

    private RefineImage.Command asked() {
        return Objects.requireNonNull(home.bench.refined);
    }

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

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("--strength: Strength must lie between 0 and 1 but was 1.5", "--strength", "1.5"),
                mistake("--strength: Strength must lie between 0 and 1 but was NaN", "--strength", "NaN"),
                mistake("--strength: 'much' is not a number", "--strength", "much"),
                mistake("--creativity: Creativity level must be 1, 2, or 3 but was 4", "--creativity", "4"),
                mistake(
                        "--preserve: Nothing called 'mood' can be preserved; choose from layout, colors, style, shapes, symbols, proportions, color_scheme",
                        "--preserve",
                        "colors,mood"),
                mistake(
                        "--type: There is no refinement 'object'; choose from prompt, subject, text",
                        "--type",
                        "object"),
                mistake("Candidates must be 1 to 10 but were 11", "--candidates", "11"),
                mistake("--candidates: 'x' is not a whole number", "--candidates", "x"),
                mistake("--feather 3 has no mask to soften; add --mask", "--feather", "3"),
                mistake("A feather is at least 0 px but was -1", "--feather", "-1", "--mask", "rect:0,0,1,1"),
                mistake(
                        "--mask: A rectangle must end inside the image, but x + width is 1.1 and y + height is 1.0",
                        "--mask",
                        "rect:0.5,0,0.6,1"),
                mistake("--mask: '0,0,1' has 3 numbers where rect:x,y,w,h needs 4", "--mask", "rect:0,0,1"),
                mistake("--mask: rectangle height must lie between 0 and 1 but was -1.0", "--mask", "rect:0,0,1,-1"),
                mistake("--mask: y must lie between 0 and 1 but was 2.0", "--mask", "circle:0.5,2,0.1"),
                mistake("--mask: A polygon needs at least 3 corners but has 2", "--mask", "polygon:0,0;1,1"),
                mistake("--mask: A brush stroke needs at least 1 point", "--mask", "brush:0.1"),
                mistake(
                        "--mask: There is no mask shape 'square'; use rect:x,y,w,h circle:cx,cy,r polygon:x,y;x,y;... brush:r;x,y;... or a PNG file",
                        "--mask",
                        "square:0,0,1,1"),
                mistake("'out.gif' must end in .png, .jpg or .jpeg", "-o", "out.gif"),
                mistake("The folder of 'no/out.png' does not exist; make it first", "-o", "no/out.png"),
                mistake("'.' is a folder; -o needs a file name", "-o", "."),
                mistake("-o - takes one image but 2 are to be made; name a file", "-o", "-", "--candidates", "2"),
                mistake("-o - and --json both want standard output; name a file for the image", "-o", "-", "--json"),
                mistake("There is no option '--strenght'; did you mean --strength?", "--strenght", "1"),
                mistake("'warmer' 'still' is too much; a prompt of several words needs quotes", "warmer", "still"));
    }

    private static Arguments mistake(String message, String... options) {
        return Arguments.of(message, List.of(options));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatCannotBeMeantIsAUsageErrorThatOpensNothing(String message, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("refine", "cat.png", "make it"));
        arguments.addAll(options);

        Ending ending = here().run(arguments.toArray(String[]::new));

        assertThat(ending.err().lines()).first().isEqualTo("pentimento: " + message);
        assertThat(ending.code()).isEqualTo(2);
        assertThat(home.opened).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '|The prompt is empty; say what you want, such as \"make it warmer\"",
                "x|The prompt must have 2 to 5000 characters but has 1"
            })
    void aPromptSaysSomething(String prompt, String message) {
        Ending ending = here().run("refine", "cat.png", prompt);

        assertThat(ending.err()).isEqualTo("pentimento: " + message + "\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void aPromptHasAnEnd() {
        Ending ending = here().run("refine", "cat.png", "x".repeat(5001));

        assertThat(ending.err()).isEqualTo("pentimento: The prompt must have 2 to 5000 characters but has 5001\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void usageErrorsSayWhereHelpIs() {
        Ending ending = here().run("refine", "cat.png", "warmer", "--sed", "1");

        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: There is no option '--sed'; did you mean --seed?\nTry 'pentimento refine --help'\n");
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

    @Test
    void whatNobodyCouldReadAsAUrlIsAMistakeInTheArguments() {
        Ending ending = here().run("refine", "https://[example.org/cat.png?signature=s3cret", "warmer");

        assertThat(ending.err())
                .startsWith("pentimento: IMAGE|URL|VERSION: 'https://[example.org/cat.png' is no URL: ")
                .doesNotContain("s3cret");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        Ending ending = here().run("refine", "dog.png", "warmer");

        assertThat(ending.err()).isEqualTo("pentimento: No such file: dog.png; check the path\n");
        assertThat(ending.code()).isEqualTo(1);
        assertThat(home.opened).isFalse();
    }

    @Test
    void aNameThatIsNeitherFileNorVersionIsSaidToBeNeither() {
        Ending ending = here().run("refine", "dog", "warmer");

        assertThat(ending.err())
                .isEqualTo("pentimento: No such file: dog; nor is it a version: There is no version 'dog'\n");
        assertThat(ending.code()).isEqualTo(1);
        assertThat(home.bench.refined).isNull();
        assertThat(home.bench.closed).isTrue();
    }

    @Test
    void aFolderIsNoImage() throws IOException {
        Files.createDirectory(folder.resolve("pictures.png"));

        Ending ending = here().run("refine", "pictures.png", "warmer");

        assertThat(ending.err()).isEqualTo("pentimento: 'pictures.png' is a folder; name an image file\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        home.limits = new IntakeLimits(2, 100, 100);

        Ending ending = here().run("refine", "cat.png", "warmer");

        assertThat(ending.err())
                .startsWith("pentimento: 'cat.png' is larger than the ")
                .endsWith("scale it down or raise intake.max-bytes\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    @Test
    void standardInputIsReadNoFurtherThanTheLimit() {
        home.limits = new IntakeLimits(2, 100, 100);

        assertThat(here().reading(CAT).run("refine", "-", "warmer").err()).contains("Standard input is larger than");
    }

    @Test
    void emptyStandardInputIsNoImage() {
        Ending ending = here().run("refine", "-", "warmer");

        assertThat(ending.err()).isEqualTo("pentimento: Standard input is empty; send an image, or name a file\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    @Test
    void whatContradictsTheImageIsAUsageError() {
        home.bench.answer = new RefineImage.Rejected(List.of("The mask is 2x2", "The image is 3x3"));

        Ending ending = here().run("refine", "cat.png", "warmer");

        assertThat(ending.err()).isEqualTo("pentimento: The mask is 2x2; The image is 3x3\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void anErrorIsADocumentTooWhenJsonIsAskedFor() throws IOException {
        home.bench.ending = job -> job.fail(FailureCode.REFUSED, "Not with us", FakeWorkbench.END);

        Ending ending = here().run("refine", "cat.png", "warmer", "--json");

        assertThat(new ObjectMapper().readTree(ending.out())).isEqualTo(new ObjectMapper().readTree("""
                                {"error": {
                                  "code": "refused",
                                  "message": "Not with us",
                                  "job_id": "00000000-0000-0002-0000-000000000001"}}"""));
        assertThat(ending.err()).contains("pentimento: Not with us\n");
        assertThat(ending.code()).isEqualTo(4);
    }

    @Test
    void usageErrorsAreDocumentsTooWhenJsonIsAskedFor() {
        assertThat(here().run("refine", "--nope", "--json").out()).contains("\"invalid_request\"");
    }

    @Test
    void failuresBeforeTheJobHaveTheirCode() {
        home.bench.trouble = new ProviderFailure.AccessDenied("No key; set OPENAI_API_KEY");

        Ending ending = here().run("refine", "cat.png", "warmer");

        assertThat(ending.err()).isEqualTo("pentimento: No key; set OPENAI_API_KEY\n");
        assertThat(ending.code()).isEqualTo(3);
    }

    @Test
    void lackOfMemoryIsOneLineAndADocument() {
        home.bench.lacksMemory = true;

        Ending ending = here().run("refine", "cat.png", "warmer", "--json");

        assertThat(ending.err())
                .isEqualTo(
                        "pentimento: There is not enough memory for this; use smaller images or fewer at a time, or a larger heap (-Xmx)\n");
        assertThat(ending.out()).contains("\"internal\"");
        assertThat(ending.code()).isEqualTo(1);
    }

    @Test
    void ourOwnMistakesAreOneLineUnlessDebugged() {
        home.bench.trouble = new IllegalStateException("gears");

        assertThat(here().run("refine", "cat.png", "warmer").err())
                .isEqualTo(
                        "pentimento: Unexpected IllegalStateException: gears; run it with --debug and report the trace\n");
        assertThat(here().run("refine", "cat.png", "warmer", "--debug").err())
                .contains("\tat dev.pentimento.app.cli.")
                .contains("please report the trace above");
    }

    @Test
    void theImageIsWrittenWhereTheUserWantsIt() {
        Path target = folder.resolve("out.png");

        Ending ending = here().onTerminal().run("refine", "cat.png", "warmer", "-o", "out.png");

        assertThat(target).hasBinaryContent(FakeWorkbench.PIXELS.bytes());
        assertThat(ending.out()).contains("A1 v2  640x480  " + target);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("out.png"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("cat.png", "out.png");
    }

    @Test
    void candidatesAreNumbered() {
        here().run("refine", "cat.png", "warmer", "--candidates", "3", "-o", "out.png");

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("cat.png", "out.png", "out-2.png", "out-3.png");
    }

    @Test
    void standardOutputMayTakeTheImageAndNothingElse() {
        Ending ending = here().run("refine", "cat.png", "warmer", "-o", "-");

        assertThat(ending.written().bytes()).isEqualTo(FakeWorkbench.PIXELS.bytes());
        assertThat(ending.err()).contains("A1 v2");
        assertThat(here().run("refine", "cat.png", "warmer", "-o", "-", "--quiet")
                        .err())
                .isEmpty();
    }

    @Test
    void progressInALogIsALinePerStage() {
        home.bench.events.addAll(List.of(
                event("load_base_image", JobEvent.Kind.STARTED, 0),
                event("load_base_image", JobEvent.Kind.COMPLETED, 0.1),
                event("prompt_refine", JobEvent.Kind.STARTED, 0.1),
                event("prompt_refine", JobEvent.Kind.PROGRESSED, 0.5),
                event("prompt_refine", JobEvent.Kind.PROGRESSED, 0.7),
                event("", JobEvent.Kind.ENDED, 1)));

        assertThat(here().run("refine", "cat.png", "warmer").err())
                .isEqualTo("  0 % Load base image\n 10 % Prompt refine\n");
        assertThat(here().run("refine", "cat.png", "warmer", "--quiet").err()).isEmpty();
    }

    @Test
    void progressOnATerminalIsABarThatVanishes() {
        home.bench.events.add(event("prompt_refine", JobEvent.Kind.STARTED, 0.1));

        Ending ending = here().onTerminal().watched().run("refine", "cat.png", "warmer");

        assertThat(ending.err()).contains("Refining", "10%", "Prompt refine").endsWith("\r\u001b[K");
        assertThat(ending.err()).doesNotContain("\n", "\u001b[33m");
    }

    @Test
    void dumbTerminalsGetLines() {
        home.bench.events.add(event("prompt_refine", JobEvent.Kind.STARTED, 0.1));

        assertThat(here().watched()
                        .with("TERM", "dumb")
                        .run("refine", "cat.png", "warmer")
                        .err())
                .isEqualTo(" 10 % Prompt refine\n");
    }

    private static JobEvent event(String stage, JobEvent.Kind kind, double progress) {
        return new JobEvent(new JobId(new UUID(2, 1)), stage, kind, progress, "");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(here().inColor().run("refine", "cat.png", "warmer").out()).contains("\u001b[1mA1\u001b[0m");
        assertThat(here().inColor()
                        .run("refine", "cat.png", "warmer", "--no-color")
                        .out())
                .doesNotContain("\u001b");
        assertThat(here().inColor()
                        .with("NO_COLOR", "1")
                        .run("refine", "cat.png", "warmer")
                        .out())
                .doesNotContain("\u001b");
        assertThat(here().inColor()
                        .with("TERM", "dumb")
                        .run("refine", "cat.png", "warmer")
                        .out())
                .doesNotContain("\u001b");
    }

    @Test
    void whatProvidersSayCannotSteerTheTerminal() {
        home.bench.report = new ProviderReport(
                "loc\u001b[2Jal", "m\n1", "sent", List.of("glow\u0007"), Cost.reported(40_000), true);

        Ending ending = here().onTerminal().run("refine", "cat.png", "warmer");

        assertThat(ending.out())
                .contains("made by    loc [2Jal / m 1", "cost       $0.04 (reported)", "Not understood: glow")
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void costsSayHowSureTheyAre() {
        assertThat(ResultLines.cost(Cost.estimated(1_234_500))).isEqualTo("$1.2345 (estimated)");
        assertThat(ResultLines.cost(Cost.reported(2_000_000))).isEqualTo("$2.00 (reported)");
        assertThat(ResultLines.cost(Cost.unknown())).isEqualTo("unknown");
        assertThat(ResultLines.cost(Cost.free())).isEqualTo("free");
    }

    @Test
    void maskedEditsProveThatTheyKeptToTheMask() throws IOException {
        home.bench.origin = (command, job) -> FakeWorkbench.masked(job, new MaskCheck(0, 1000, 831));

        assertThat(here().onTerminal()
                        .run("refine", "cat.png", "warmer", "--mask", "rect:0,0,1,1")
                        .out())
                .contains("mask       outside the mask nothing changed (max difference 0); 83.1 % inside changed");
        assertThat(new ObjectMapper()
                        .readTree(here().run("refine", "cat.png", "warmer", "--mask", "rect:0,0,1,1")
                                .out())
                        .get("mask")
                        .toString())
                .isEqualTo("{\"max_difference_outside\":0,\"changed_inside_percent\":83.1}");
    }

    @Test
    void maskedEditsThatChangedNothingSaySo() {
        home.bench.origin = (command, job) -> FakeWorkbench.masked(job, new MaskCheck(0, 1000, 0));

        assertThat(here().onTerminal()
                        .run("refine", "cat.png", "warmer", "--mask", "rect:0,0,1,1")
                        .out())
                .contains("inside it nothing changed either: say more, or raise --strength");
    }

    @Test
    void ctrlCTakesTheJobBack() throws InterruptedException {
        AtomicReference<Runnable> ctrlC = new AtomicReference<>(() -> {});
        List<Thread> pressed = new ArrayList<>();
        home.bench.whileWatched = () -> {
            Thread thread = new Thread(ctrlC.get());
            pressed.add(thread);
            thread.start();
            while (home.bench.canceled == null) {
                Thread.onSpinWait();
            }
        };

        Ending ending = here().interruptedBy(action -> {
                    ctrlC.set(() -> action.accept(Cause.CTRL_C));
                    return () -> {};
                })
                .run("refine", "cat.png", "warmer");
        pressed.get(0).join();

        assertThat(ending.code()).isEqualTo(130);
        assertThat(ending.err()).isEqualTo("pentimento: The job was called off and nothing was made\n");
        assertThat(ending.out()).isEmpty();
        assertThat(home.bench.closed).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void aFailedJobEndsWithTheCodeOfItsFailure(FailureCode code) {
        home.bench.ending = job -> job.fail(code, "It is broken; mend it", FakeWorkbench.END);

        Ending ending = here().onTerminal().run("refine", "cat.png", "warmer");

        assertThat(ending.code()).isEqualTo(ExitCodes.of(code)).isNotZero();
        assertThat(ending.err()).startsWith("pentimento: It is broken; mend it").hasLineCount(1);
        assertThat(ending.out()).isEmpty();
    }
}
