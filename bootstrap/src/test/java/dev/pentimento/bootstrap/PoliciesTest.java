package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.application.Limits;
import dev.pentimento.application.Policies;
import dev.pentimento.bootstrap.Settings.Sources;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.CallPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
    private static final UserId GUEST = new UserId("guest");

    @TempDir
    private Path directory;

    @Test
    void withoutAnythingTheDefaultsHold() {
        Policies policies = load(Map.of()).policies();

        assertThat(policies.budget()).isEqualTo(Budget.UNLIMITED);
        assertThat(policies.lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policies.poll()).isEqualTo(Duration.ofMillis(200));
        assertThat(policies.maxAttempts()).isEqualTo(3);
        assertThat(policies.refinementTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(policies.runTimeout()).isEqualTo(Duration.ofMinutes(60));
        assertThat(policies.workers()).isEqualTo(4);
        assertThat(policies.limits().waiting()).hasValue(1000);
        assertThat(policies.refinementStages())
                .containsExactly("load_base_image", "conditional_stage", "composite_mask", "save_outputs");
    }

    @Test
    void theLocalUserIsNotLimitedAndOthersAre() {
        Limits limits = load(Map.of()).policies().limits();

        for (WorkKind kind : WorkKind.values()) {
            assertThat(limits.active(UserId.LOCAL, kind)).isEmpty();
            assertThat(limits.perMonth(UserId.LOCAL, kind)).isEmpty();
            assertThat(limits.active(GUEST, kind))
                    .isEqualTo(kind.makesImages() ? OptionalInt.of(1) : OptionalInt.empty());
            assertThat(limits.perMonth(GUEST, kind))
                    .isEqualTo(kind.makesImages() ? OptionalInt.of(10) : OptionalInt.empty());
        }
    }

    @Test
    void everyLimitHasItsOwnKey() {
        Limits limits = load(Map.of(
                        "limits.active-per-user", "2",
                        "limits.refine-per-month", "3",
                        "limits.generate-per-month", "4",
                        "limits.local.active-per-user", "5",
                        "limits.local.refine-per-month", "6",
                        "limits.local.generate-per-month", "0"))
                .policies()
                .limits();

        assertThat(limits.active(GUEST, WorkKind.REFINE)).hasValue(2);
        assertThat(limits.perMonth(GUEST, WorkKind.REFINE)).hasValue(3);
        assertThat(limits.perMonth(GUEST, WorkKind.GENERATE)).hasValue(4);
        assertThat(limits.active(UserId.LOCAL, WorkKind.GENERATE)).hasValue(5);
        assertThat(limits.perMonth(UserId.LOCAL, WorkKind.REFINE)).hasValue(6);
        assertThat(limits.perMonth(UserId.LOCAL, WorkKind.GENERATE)).hasValue(0);
    }

    @Test
    void amountsAreKeptToTheMillionthOfADollar() {
        Budget budget = load(Map.of(
                        "budget.per-job-usd", "0.000001",
                        "budget.per-user-per-month-usd", "2.50",
                        "budget.per-day-usd", "999999999.999999",
                        "budget.unknown-price", "refuse"))
                .budget();

        assertThat(budget)
                .isEqualTo(new Budget(
                        OptionalLong.of(1), OptionalLong.of(2_500_000), OptionalLong.of(999_999_999_999_999L), true));
    }

    @Test
    void callsAreLimitedAsTheProviderSays() {
        Settings settings = load(Map.of(
                "providers.openai.concurrency", "7",
                "providers.openai.requests-per-second", "0.5",
                "providers.openai.timeout", "90s",
                "providers.openai.retry-unknown", "once"));

        assertThat(settings.callPolicy("openai")).isEqualTo(new CallPolicy(7, 0.5, Duration.ofSeconds(90), true));
        assertThat(settings.callPolicy("fal")).isEqualTo(CallPolicy.DEFAULT);
    }

    @Test
    void providersOfOtherJarsAreLimitedLikeOurs() {
        assertThat(load(Map.of("providers.acme.concurrency", "2")).callPolicy("acme"))
                .isEqualTo(new CallPolicy(2, 5, Duration.ofMinutes(10), false));
    }

    @Test
    void theLocalEngineIsHardlyLimitedAndNeverRepeated() {
        CallPolicy policy = load(Map.of()).callPolicy("local");

        assertThat(policy.concurrency()).isEqualTo(256);
        assertThat(policy.perSecond()).isEqualTo(1000);
        assertThat(policy.retryUnknownOnce()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load_base_image,conditional_stag,composite_mask,save_outputs"
                        + "| names the unknown stage 'conditional_stag'; did you mean 'conditional_stage'?"
                        + " Known: load_base_image, conditional_stage, composite_mask, save_outputs",
                "load_base_image,upscale,conditional_stage,composite_mask,save_outputs"
                        + "| names the unknown stage 'upscale'."
                        + " Known: load_base_image, conditional_stage, composite_mask, save_outputs",
                "load_base_image,text_repair,composite_mask,save_outputs"
                        + "| names 'text_repair', which the type of a refinement chooses; write 'conditional_stage' instead",
                "load_base_image,conditional_stage,save_outputs"
                        + "| lacks 'composite_mask'; write it after 'conditional_stage'",
                "conditional_stage,composite_mask,save_outputs| lacks 'load_base_image'; write it as the first",
                "load_base_image,conditional_stage,composite_mask,composite_mask,save_outputs"
                        + "| names 'composite_mask' 2 times; leave one of them",
                "load_base_image,composite_mask,conditional_stage,save_outputs"
                        + "| has 'composite_mask' before 'conditional_stage', whose work it goes on with; write it after that",
                "save_outputs,load_base_image,conditional_stage,composite_mask"
                        + "| has 'save_outputs' before 'composite_mask', whose work it goes on with; write it after that"
            })
    void stagesThatCannotWorkAreToldWithWhatToDo(String stages, String problem) {
        assertThat(problems(stages)).containsExactly("--refinement: pipelines.refinement " + problem);
    }

    @Test
    void everyMissingStageIsTold() {
        assertThat(problems("load_base_image")).hasSize(3).allMatch(problem -> problem.contains(" lacks '"));
        assertThat(problems("")).hasSize(4);
    }

    @Test
    void programsAreToldOfWrongStagesToo() {
        Settings settings = load(Map.of());

        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class, () -> settings.with("pipelines.refinement", "load_base_image, save_outputs"));

        assertThat(invalid.problems())
                .containsExactly(
                        "program: pipelines.refinement lacks 'conditional_stage'; write it after 'load_base_image'",
                        "program: pipelines.refinement lacks 'composite_mask'; write it after 'conditional_stage'");
    }

    private List<String> problems(String stages) {
        return catchThrowableOfType(InvalidSettings.class, () -> load(Map.of("pipelines.refinement", stages)))
                .problems();
    }

    private Settings load(Map<String, String> flags) {
        return Settings.load(
                new Sources(flags, Map.of("HOME", directory.toString()), directory),
                Adapters.catalogue(Adapters.provider("local", "seed"), Adapters.provider("acme")));
    }
}
