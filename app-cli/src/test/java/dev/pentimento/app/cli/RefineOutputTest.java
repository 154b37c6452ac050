package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.app.cli.terminal.Interrupts.Cause;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.ProviderReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where images go, and how progress, results and failures are told. */
class RefineOutputTest extends RefineScene {
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
