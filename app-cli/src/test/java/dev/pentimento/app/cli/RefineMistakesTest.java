package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done is said in one line, and nothing is opened or made for it. */
class RefineMistakesTest extends RefineScene {
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
                mistake("--candidates: '99999999999' is too large", "--candidates", "99999999999"),
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
}
