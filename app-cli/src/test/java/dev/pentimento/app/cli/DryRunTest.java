package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.failure.ProviderFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    private final FakeHome home = new FakeHome();

    @TempDir
    private Path directory;

    @BeforeEach
    void putPictureThere() throws IOException {
        Files.write(directory.resolve("cat.png"), FakeWorkbench.PIXELS.bytes());
    }

    @Test
    void planIsToldAndNothingDone() {
        Ending run = here().onTerminal().run("refine", "cat.png", "make it warmer", "--dry-run", "--candidates", "3");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "openai / gpt-image-9 would do it in 3 calls",
                        "mask       by itself",
                        "candidates with help: is called 3 times",
                        "seed       no effect: obeys no seed",
                        "estimate   $0.0528 (estimated); prices of 2026-11-20 from https://prices",
                        "prompt     make it warmer",
                        "Not understood: dragon",
                        "then       local",
                        "not        local: could do it, but comes after openai");
        assertThat(home.bench.refined).isNull();
        assertThat(Objects.requireNonNull(home.bench.planned).knobs().candidates())
                .isEqualTo(3);
    }

    @Test
    void planIsOneDocumentInAPipe() throws IOException {
        JsonNode plan = new ObjectMapper()
                .readTree(here().run("refine", "cat.png", "warmer", "--dry-run").out());

        assertThat(plan.at("/provider").asText()).isEqualTo("openai");
        assertThat(plan.at("/calls").asInt()).isEqualTo(3);
        assertThat(plan.at("/estimate/micro_usd").asLong()).isEqualTo(52_800);
        assertThat(plan.at("/price/checked").asText()).isEqualTo("2026-11-20");
        assertThat(plan.at("/treatments/1/means").asText()).isEqualTo("emulated");
        assertThat(plan.at("/not_understood/0").asText()).isEqualTo("dragon");
        assertThat(plan.at("/stand_ins/0").asText()).isEqualTo("local");
        assertThat(plan.at("/others/0/reason").asText()).contains("comes after openai");
    }

    @Test
    void generationsAreToldLikewise() {
        Ending run = here().onTerminal().run("generate", "a lighthouse", "--dry-run");

        assertThat(run.out()).contains("openai / gpt-image-9 would do it in 3 calls");
        assertThat(home.bench.generated).isNull();
    }

    @Test
    void whatNobodyCanDoIsAMistakeInTheRequest() {
        home.bench.trouble = new ProviderFailure.InvalidRequest(
                "No configured provider can edit images: openai: takes 0 reference images but was given 1");

        Ending run = here().run("refine", "cat.png", "warmer", "--dry-run");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("openai: takes 0 reference images");
    }

    @Test
    void nothingIsThereToBeWrittenOrLeft() {
        assertThat(here().run("refine", "cat.png", "warmer", "--dry-run", "-o", "out.png")
                        .err())
                .contains("--dry-run makes nothing");
        assertThat(here().run("generate", "a cat", "--dry-run", "--async").code())
                .isEqualTo(2);
        assertThat(home.bench.planned).isNull();
    }

    @Test
    void knobWithoutEffectIsAHintWhenItIsDone() {
        home.bench.treatments = List.of(
                new Treatment(Wish.SEED, Means.LEFT_OUT, "obeys no seed, so that the next result will be another"),
                new Treatment(Wish.MASK, Means.NATIVE, ""));

        Ending run = here().run("refine", "cat.png", "warmer", "--seed", "7");

        assertThat(run.err()).contains("local obeys no seed, so that the next result will be another");
        assertThat(run.code()).isZero();
    }

    private CommandRun here() {
        return new CommandRun(directory, home);
    }
}
