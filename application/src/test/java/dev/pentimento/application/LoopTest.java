package dev.pentimento.application;

import static dev.pentimento.application.LoopBench.ITEM;
import static dev.pentimento.application.LoopBench.iterations;
import static dev.pentimento.application.LoopBench.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopFigures;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.loop.Way;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.SumRuns;
import dev.pentimento.ports.out.ImageCritic.Preference.Better;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopTest {
    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Evaluation unreadable() {
        throw new ProviderFailure.Unintelligible("That is no JSON", null);
    }

    private static StopReason reason(Run run) {
        return Objects.requireNonNull(run.ending()).reason();
    }

    @Test
    void everyRoundIsABranchOfOneLineage() {
        bench.critic.gives(50, 60, 70);

        Run run = bench.run(LoopRules.DEFAULT);

        Lineage lineage =
                Lineage.of(bench.shop.records.read(reader -> reader.versions(Objects.requireNonNull(run.concept()))));
        assertThat(lineage.originals()).hasSize(3);
        assertThat(bench.maker.generated)
                .extracting(request -> request.instruction().text())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void failuresInOnePlaceAreMendedInTheBestImage() {
        bench.critic.looksAt(CheckKind.ATTRIBUTE);
        bench.critic.gives(50, 86);
        bench.critic.writes("Make the fox red", Strategy.REWRITE_PROMPT);

        Run run = bench.run(LoopRules.DEFAULT);

        Iteration second = run.iterations().get(1);
        assertThat(second.way()).isEqualTo(Way.EDIT_IMAGE);
        assertThat(second.base()).isEqualTo(run.iterations().get(0).best());
        Lineage lineage =
                Lineage.of(bench.shop.records.read(reader -> reader.versions(Objects.requireNonNull(run.concept()))));
        assertThat(lineage.label(run.best().orElseThrow())).isEqualTo("A1");
    }

    @Test
    void ordersToAnEditorMakeNoPromptThatIsFedBack() {
        bench.critic.looksAt(CheckKind.ATTRIBUTE);
        bench.critic.gives(50, 86);
        bench.critic.writes("Make the fox red", Strategy.REWRITE_PROMPT);

        assertThat(bench.run(LoopRules.DEFAULT).refined()).isEqualTo(LoopBench.FOX);
    }

    @Test
    void ordersThatSayWhatThePictureShowsAreFedBackWithThePromptAlone() {
        String first = ModelFamily.FLUX.prompt(LoopBench.FOX);
        bench.critic.looksAt(CheckKind.ATTRIBUTE);
        bench.critic.gives(50, 86);
        bench.critic.writes("Make it darker.\nThe picture shows: " + first, Strategy.EDIT_IMAGE);

        assertThat(bench.run(LoopRules.DEFAULT).refined())
                .isEqualTo(LoopBench.FOX.saying("Make it darker.\nThe picture shows: a red fox"));
    }

    @Test
    void promptThatWasWrittenAnewIsFedBackAlone() {
        bench.critic.gives(50, 86);
        bench.critic.writes("A fox at dusk", Strategy.REWRITE_PROMPT);

        assertThat(bench.run(LoopRules.DEFAULT).refined()).isEqualTo(new Scene("", "", "", "A fox at dusk"));
    }

    @Test
    void promptThatNeededNothingIsFedBackAsItWas() {
        bench.critic.gives(90);

        assertThat(bench.run(LoopRules.DEFAULT).refined()).isEqualTo(LoopBench.FOX);
    }

    @Test
    void imageThatCannotBeEditedSoIsMadeAnew() {
        bench.critic.looksAt(CheckKind.ATTRIBUTE);
        bench.critic.gives(50, 86);
        bench.maker.edits((request, context) -> {
            throw new ProviderFailure.InvalidRequest("Nothing of this is understood");
        });

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(run.iterations().get(1).way()).isEqualTo(Way.REWRITE_PROMPT);
        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.maker.generated).hasSize(2);
    }

    @Test
    void checklistIsWrittenOnceFromTheOriginalWords() {
        bench.critic.gives(50, 60, 70);

        bench.run(LoopRules.DEFAULT);

        assertThat(bench.critic.asked).containsExactly(LoopBench.FOX);
        assertThat(bench.critic.judged)
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.brief()).isEqualTo(LoopBench.FOX.text()));
    }

    @Test
    void whoAsksForTheSameSceneGetsTheSameChecklist() {
        bench.run(bench.command(iterations(1), ITEM));

        bench.run(bench.command(iterations(1), new Item("again", LoopBench.FOX, null)));

        assertThat(bench.critic.asked).hasSize(1);
    }

    @Test
    void nextPromptComesFromWhatFailedAndWhatWasTried() {
        bench.critic.gives(50, 60, 70);

        bench.run(LoopRules.DEFAULT);

        assertThat(bench.critic.refined).hasSize(2);
        var last = List.copyOf(bench.critic.refined).get(1);
        assertThat(last.failed()).hasSize(40);
        assertThat(last.history())
                .extracting(trial -> Math.round(trial.score() * 100))
                .containsExactly(50L, 60L);
        assertThat(last.brief()).isEqualTo(LoopBench.FOX.text());
    }

    @Test
    void worseImageNeverReplacesTheBest() {
        bench.critic.gives(60, 40);

        Run run = bench.run(LoopRules.DEFAULT);

        assertThat(run.best())
                .isEqualTo(Optional.ofNullable(run.iterations().get(0).best()));
        assertThat(run.iterations().get(1).winner()).isNotEqualTo(run.best().orElseThrow());
    }

    @Test
    void scoresTooNearAreComparedInBothOrders() {
        bench.critic.gives(70, 69);
        bench.critic.prefers((comparison, time) -> time == 0 ? Better.SECOND : Better.FIRST);

        Run run = bench.run(variants(2));

        assertThat(bench.critic.compared).hasSize(2);
        var asked = List.copyOf(bench.critic.compared);
        assertThat(asked.get(1).first()).isEqualTo(asked.get(0).second());
        assertThat(run.bestJudgement().orElseThrow().score().overall()).isLessThan(0.695);
    }

    @Test
    void figuresAreOfWhatWasSelected() {
        bench.critic.gives(70, 69);
        bench.critic.prefers((comparison, time) -> time == 0 ? Better.SECOND : Better.FIRST);
        Run run = bench.run(variants(2));

        LoopFigures figures = bench.shop.useCases.sumRuns().handle(new SumRuns.Query(UserId.LOCAL, List.of()));

        double selected = run.bestJudgement().orElseThrow().score().overall();
        assertThat(figures.iterations()).containsExactly(new LoopFigures.PerIteration(1, 1, selected, selected));
        assertThat(figures.bestOf()).contains(new LoopFigures.BestOf(2, 1, selected));
    }

    @Test
    void criticThatGoesByThePlaceOfAPictureDecidesNothing() {
        bench.critic.gives(70, 69);
        bench.critic.prefers((comparison, time) -> Better.SECOND);

        Run run = bench.run(variants(2));

        assertThat(run.bestJudgement().orElseThrow().score().overall()).isGreaterThan(0.695);
    }

    @Test
    void chatterNeverBecomesAPrompt() {
        bench.critic.gives(50, 60);
        bench.critic.writes("Sure! Here is the refined prompt you asked for");

        Run run = bench.run(iterations(2));

        assertThat(bench.maker.generated)
                .extracting(request -> request.instruction().text())
                .noneMatch(text -> text.contains("Sure"));
        assertThat(Objects.requireNonNull(run.iterations().get(0).proposal()).objection())
                .isEqualTo(Objection.CHATTER);
        assertThat(run.iterations().get(1).way()).isEqualTo(Way.RESAMPLE);
        assertThat(bench.maker.generated).extracting(request -> request.seed()).containsExactly(null, 100L);
    }

    @Test
    void unreadableAnswerOfAWriterMakesTheSameAnew() {
        bench.critic.gives(50, 60);
        bench.critic.fails(new ProviderFailure.Unintelligible("That is no JSON", null));

        Run run = bench.run(iterations(2));

        assertThat(run.iterations().get(1).way()).isEqualTo(Way.RESAMPLE);
    }

    @Test
    void promptOfUnknownFateIsNotAskedForAgain() {
        bench.critic.gives(50, 60);
        bench.critic.fails(new ProviderFailure.OutcomeUnknown("The line went dead", null));

        Run run = bench.run(iterations(2));

        assertThat(bench.critic.refined).hasSize(1);
        assertThat(run.iterations().get(1).way()).isEqualTo(Way.RESAMPLE);
    }

    @Test
    void oneQuestionStandsForAChecklistThatWasPaidAndNeverCame() {
        bench.critic.writesNoChecklist(new ProviderFailure.OutcomeUnknown("The line went dead", null));
        bench.critic.gives(86);

        Run run = bench.run(iterations(1));

        assertThat(bench.critic.asked).hasSize(1);
        assertThat(Objects.requireNonNull(run.checklist()).checks())
                .singleElement()
                .satisfies(check -> assertThat(check.question()).contains("a red fox"));
        assertThat(run.best()).isPresent();
    }

    @Test
    void unreadableEvaluationIsAskedForOnceMoreWhereThatIsFree() {
        bench.critic.costs(Cost.free());
        bench.critic.answers(LoopTest::unreadable);
        bench.critic.gives(86);

        Run run = bench.run(iterations(1));

        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(bench.critic.judged).hasSize(2);
    }

    @Test
    void unreadableEvaluationThatWasPaidIsNotPaidTwiceAndNoScore() {
        bench.critic.answers(LoopTest::unreadable);

        Run run = bench.run(iterations(1));

        assertThat(bench.critic.judged).hasSize(1);
        assertThat(reason(run)).isEqualTo(StopReason.FAILED);
        assertThat(run.iterations().get(0).assessments()).singleElement().isInstanceOf(Assessment.Unjudged.class);
        assertThat(run.best()).isEmpty();
    }

    @Test
    void imageThatCannotBeJudgedLosesNothingOfTheOthers() {
        bench.critic.answers(LoopTest::unreadable);
        bench.critic.gives(86);

        Run run = bench.run(variants(2));

        assertThat(reason(run)).isEqualTo(StopReason.TARGET_REACHED);
        assertThat(run.iterations().get(0).assessments()).hasSize(2);
    }

    @Test
    void onePromptThatFailsLeavesTheOthersAlone() {
        Item[] items = IntStream.range(0, 6)
                .mapToObj(i -> new Item("p" + i, new Scene("", "", "", "thing " + i), null))
                .toArray(Item[]::new);
        bench.critic.answers(LoopTest::unreadable);
        bench.critic.gives(86, 86, 86, 86, 86);

        List<Run> runs = bench.run(bench.command(iterations(1), items)).runs();

        assertThat(runs)
                .extracting(LoopTest::reason)
                .containsOnlyOnce(StopReason.FAILED)
                .hasSize(6);
        assertThat(runs).extracting(run -> run.item().id()).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
    }

    @Test
    void everyQuestionIsInTheLedger() {
        bench.critic.gives(50, 86);

        bench.run(LoopRules.DEFAULT);

        assertThat(bench.parts()).containsExactly(0, 2000, 3000, 5000, 0, 3000);
        assertThat(bench.calls()).extracting(call -> call.status()).containsOnly(CallStatus.DONE);
        assertThat(bench.news)
                .last()
                .satisfies(
                        news -> assertThat(((RunBatch.Over) news).cost()).isEqualTo(Cost.reported(2 * 1234 + 4 * 90)));
    }

    @Test
    void idsAreUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.run(bench.command(iterations(1), ITEM, ITEM)))
                .withMessageContaining("'fox'");
        assertThat(bench.news).isEmpty();
    }

    @Test
    void planAsksNobodyAndCountsEverythingThatMayHappen() {
        PlanBatch.Plan plan = bench.shop.useCases.planBatch().handle(bench.command(new LoopRules(2, 3, 0.85), ITEM));

        assertThat(plan.critic()).isEqualTo(ScriptedCritic.NAME);
        assertThat(plan.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.images()).isEqualTo(6);
            assertThat(prompt.estimate()).isEqualTo(Cost.estimated(3 * 1000 + (6 + 2 * 5) * 100 + 3 * 100));
        });
        assertThat(bench.maker.generated).isEmpty();
        assertThat(bench.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 40000, 1000 + 2 * 40000", "40000, 1000, 3 * 40000", "0, 38940, 2 * 38940"})
    void planCountsTheDearerOfEditingAndMakingAnew(long generation, long edit, String makings) {
        bench.critic.costs(Cost.free());
        bench.maker.costs(generation == 0 ? Cost.free() : Cost.estimated(generation));
        bench.maker.edits(Cost.estimated(edit));

        PlanBatch.Plan plan = plan(bench.command(iterations(3), ITEM));

        assertThat(plan.estimate()).as(makings).isEqualTo(Cost.estimated(generation + 2 * Math.max(generation, edit)));
    }

    @Test
    void planOfOneRoundHasNoEdit() {
        bench.critic.costs(Cost.free());
        bench.maker.edits(Cost.estimated(40_000));

        assertThat(plan(bench.command(iterations(1), ITEM)).estimate()).isEqualTo(Cost.estimated(1000));
    }

    @Test
    void planOfWhatNobodyKnowsThePriceOfIsUnknown() {
        bench.maker.edits(Cost.unknown());

        assertThat(plan(bench.command(iterations(2), ITEM)).estimate()).isEqualTo(Cost.unknown());
    }

    @Test
    void planOfWhatCostsNothingIsAnEstimateToo() {
        bench.critic.costs(Cost.free());
        bench.maker.costs(Cost.free());

        assertThat(plan(bench.command(iterations(2), ITEM)).estimate()).isEqualTo(Cost.estimated(0));
    }

    @Test
    void planOfABatchThatGoesOnCountsWhatIsLeft() {
        Item owl = new Item("owl", LoopBench.FOX, null);
        bench.critic.gives(86);
        Run run =
                bench.run(bench.command(new LoopRules(1, 2, 0.85), ITEM)).runs().get(0);

        PlanBatch.Plan done = plan(bench.command(run.batch(), LoopRules.DEFAULT, OptionalLong.empty(), run.item()));
        PlanBatch.Plan more =
                plan(bench.command(run.batch(), LoopRules.DEFAULT, OptionalLong.empty(), run.item(), owl));

        assertThat(done.prompts()).isEmpty();
        assertThat(done.done()).isEqualTo(1);
        assertThat(done.estimate()).isEqualTo(Cost.estimated(0));
        assertThat(more.done()).isEqualTo(1);
        assertThat(more.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.id()).isEqualTo("owl");
            assertThat(prompt.images()).isEqualTo(2);
        });
    }

    @Test
    void planOfARunThatWasCalledOffCountsTheRoundsThatAreLeft() {
        bench.critic.gives(50, 60);
        bench.critic.fails(new ProviderFailure.AccessDenied("no key"));
        Run run = bench.run(new LoopRules(1, 3, 0.85));

        PlanBatch.Plan plan = plan(bench.command(run.batch(), LoopRules.DEFAULT, OptionalLong.empty(), run.item()));

        assertThat(reason(run)).isEqualTo(StopReason.FAILED);
        assertThat(plan.prompts()).singleElement().satisfies(prompt -> {
            assertThat(prompt.images()).isEqualTo(2);
            assertThat(prompt.estimate()).isEqualTo(Cost.estimated(2 * 1000 + (2 + 2 * 2) * 100 + 2 * 100));
        });
    }

    private PlanBatch.Plan plan(RunBatch.Command command) {
        return bench.shop.useCases.planBatch().handle(command);
    }

    @Test
    void runIsToldStepByStep() {
        bench.critic.gives(86);

        bench.run(LoopRules.DEFAULT);

        assertThat(bench.news)
                .extracting(news -> news.match(
                        begun -> "begun", stepped -> stepped.step().name(), selected -> "selected", over -> "over"))
                .containsExactly("begun", "GENERATE", "ASK", "JUDGE", "selected", "over");
    }

    @Test
    void versionsOfARunAreThoseOfItsJobs() {
        bench.critic.gives(50, 86);

        Run run = bench.run(LoopRules.DEFAULT);

        List<VersionId> judged = run.iterations().stream()
                .flatMap(iteration -> iteration.assessments().stream())
                .map(Assessment::version)
                .toList();
        assertThat(judged)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .contains(run.best().orElseThrow());
    }
}
