package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.BudgetExhausted;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.EvaluateImage;
import dev.pentimento.ports.in.EvaluateImage.Judgement;
import dev.pentimento.ports.in.EvaluateImage.Terms;
import dev.pentimento.ports.in.ImprovePrompt;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListJobs;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.in.SumCosts;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.ports.in.WritePrompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions that people ask of those who take money for it: each is paid at most once, until somebody says otherwise. */
class PaidConsultationTest {
    private static final Terms ONCE_MORE = new Terms(null, OptionalLong.empty(), false, true, asked -> {});
    private static final Terms AGAIN = new Terms(null, OptionalLong.empty(), true, false, asked -> {});
    private static final Duration LONG = Duration.ofMinutes(2);

    private final LoopBench bench = new LoopBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private Judgement evaluate(Terms terms) {
        return bench.shop
                .useCases
                .evaluateImage()
                .handle(new EvaluateImage.Query(
                        UserId.LOCAL, bench.shop.upload(TestWorkshop.GREY), LoopBench.FOX, terms));
    }

    private ImprovePrompt.Improved improve(Terms terms) {
        return bench.shop
                .useCases
                .improvePrompt()
                .handle(new ImprovePrompt.Query(
                        UserId.LOCAL, bench.shop.upload(TestWorkshop.GREY), LoopBench.FOX, "a red fox", terms));
    }

    private static Terms within(long microUsd) {
        return new Terms(null, OptionalLong.of(microUsd), false, false, asked -> {});
    }

    private static Terms told(Consumer<EvaluateImage.Asked> listener) {
        return new Terms(null, OptionalLong.empty(), false, false, listener);
    }

    private List<Job> jobs() {
        return bench.shop.useCases.listJobs().handle(new ListJobs.Query(UserId.LOCAL, 99));
    }

    private List<CallStatus> calls() {
        return bench.calls().stream().map(ProviderCall::status).toList();
    }

    private void outcomeOfTheNextJudgementIsUnknown() {
        bench.critic.answers(() -> {
            throw new ProviderFailure.OutcomeUnknown("critic did not answer in time", null);
        });
    }

    /** The clock moves on by more than the provider wants to be left alone whenever somebody looks. */
    @Test
    void answerThatNobodyKnowsOfIsAskedForOnceMoreInAllHoweverLongTheProviderWantsToBeLeftAloneMeanwhile() {
        bench.troupe.retriesUnknownOnce();
        bench.shop.clock.ticks(LONG.multipliedBy(2));
        outcomeOfTheNextJudgementIsUnknown();
        bench.critic.answers(() -> {
            throw new ProviderFailure.RateLimited("slow down", LONG.plusSeconds(1));
        });
        outcomeOfTheNextJudgementIsUnknown();

        assertThatThrownBy(() -> evaluate(Terms.USUAL)).isInstanceOf(ProviderFailure.OutcomeUnknown.class);

        assertThat(bench.critic.judged).hasSize(3);
    }

    @Test
    void eachQuestionIsAJobOfItsOwn() {
        bench.critic.gives(80);

        Judgement judgement = evaluate(Terms.USUAL);

        assertThat(judgement.score().overall()).isBetween(0.79, 0.81);
        assertThat(judgement.cost()).isEqualTo(Cost.reported(180));
        assertThat(jobs()).extracting(Job::status).containsExactly(JobStatus.COMPLETED, JobStatus.COMPLETED);
        assertThat(jobs()).allSatisfy(job -> assertThat(job.work().kind()).isEqualTo(WorkKind.ASK));
        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.DONE);
        assertThat(jobs()).extracting(Job::concept).containsOnly(jobs().get(0).concept());
    }

    @Test
    void whatItCostsIsAmongTheCosts() {
        evaluate(Terms.USUAL);

        SumCosts.Summary costs = bench.shop.useCases.sumCosts().handle(new SumCosts.Query(UserId.LOCAL));

        assertThat(costs.total().reported()).isEqualTo(180);
        assertThat(costs.byConcept())
                .singleElement()
                .satisfies(one -> assertThat(one.concept().brief().prompt()).isEqualTo("Questions asked by hand"));
    }

    @Test
    void keptAnswerIsGivenAgainForNothing() {
        bench.critic.gives(80, 20);
        Judgement first = evaluate(Terms.USUAL);

        Judgement second = evaluate(Terms.USUAL);

        assertThat(second.evaluation()).isEqualTo(first.evaluation());
        assertThat(second.checklist()).isEqualTo(first.checklist());
        assertThat(second.cost()).isEqualTo(Cost.free());
        assertThat(bench.critic.judged).hasSize(1);
        assertThat(bench.critic.asked).hasSize(1);
    }

    @Test
    void whoWantsItIsToldAnewAndTheFirstChecklistStays() {
        bench.critic.gives(80, 20, 30);
        evaluate(Terms.USUAL);

        Judgement second = evaluate(AGAIN);
        Judgement third = evaluate(Terms.USUAL);

        assertThat(second.score().overall()).isBetween(0.19, 0.21);
        assertThat(third.evaluation()).as("the newest is kept").isEqualTo(second.evaluation());
        assertThat(bench.critic.judged).hasSize(2);
        assertThat(bench.critic.asked).hasSize(1);
    }

    @Test
    void improvingAsksOnlyWhatJudgingHasNotAsked() {
        evaluate(Terms.USUAL);
        bench.critic.writes("a bright red fox in the snow", "something else");

        ImprovePrompt.Improved improved = improve(Terms.USUAL);

        assertThat(improved.refined().text()).isEqualTo("a bright red fox in the snow");
        assertThat(improved.cost()).isEqualTo(Cost.reported(90));
        assertThat(improve(Terms.USUAL).refined()).isEqualTo(improved.refined());
        assertThat(bench.critic.judged).hasSize(1);
        assertThat(bench.critic.refined).hasSize(1);
    }

    @Test
    void promptOfASceneIsWrittenOnce() {
        WritePrompt.Query query = new WritePrompt.Query(UserId.LOCAL, LoopBench.FOX, Terms.USUAL);

        WritePrompt.Written first = bench.shop.useCases.writePrompt().handle(query);
        WritePrompt.Written second = bench.shop.useCases.writePrompt().handle(query);

        assertThat(second.prompt()).isEqualTo(first.prompt()).startsWith("Written of");
        assertThat(first.cost()).isEqualTo(Cost.reported(90));
        assertThat(second.cost()).isEqualTo(Cost.free());
        assertThat(bench.calls()).hasSize(1);
    }

    @Test
    void batchesAndPeopleShareTheirChecklists() {
        bench.run(LoopBench.iterations(1));

        evaluate(Terms.USUAL);

        assertThat(bench.critic.asked).hasSize(1);
    }

    @Test
    void nothingIsAskedThatIsBeyondTheBudget() {
        assertThatThrownBy(() -> evaluate(within(150)))
                .isInstanceOf(BudgetExhausted.class)
                .hasMessageContaining("--budget");

        assertThat(bench.critic.asked).as("the checklist was within it").hasSize(1);
        assertThat(bench.critic.judged).isEmpty();
        assertThat(jobs()).hasSize(1);
        assertThat(evaluate(within(100)).cost()).as("and is kept").isEqualTo(Cost.reported(90));
    }

    @Test
    void unknownOutcomeIsAskedAgainOnlyByWhoAcceptsToPayTwice() {
        outcomeOfTheNextJudgementIsUnknown();

        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageContaining("did not answer in time")
                .hasMessageEndingWith("--accept-possible-charge");
        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageContaining("was asked this before", "job", "--accept-possible-charge");
        assertThatThrownBy(() -> evaluate(AGAIN)).isInstanceOf(ProviderFailure.OutcomeUnknown.class);
        assertThat(bench.critic.judged).hasSize(1);

        bench.critic.gives(80);
        assertThat(evaluate(ONCE_MORE).score().overall()).isBetween(0.79, 0.81);

        assertThat(bench.critic.judged).hasSize(2);
        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN, CallStatus.DONE);
        assertThat(jobs()).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
        assertThat(evaluate(Terms.USUAL).cost()).isEqualTo(Cost.free());
    }

    @Test
    void rubbishThatWasPaidIsNotPaidTwiceUnasked() {
        bench.critic.answers(() -> {
            throw new ProviderFailure.Unintelligible("that is no JSON", null);
        });

        assertThatThrownBy(() -> evaluate(Terms.USUAL)).hasMessageContaining("that is no JSON");
        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.Unintelligible.class)
                .hasMessageContaining("was paid for this before", "that is no JSON", "--accept-possible-charge");

        assertThat(bench.critic.judged).hasSize(1);
    }

    @Test
    void whatFailedForNothingIsSimplyAskedAgain() {
        bench.critic.answers(() -> {
            throw new ProviderFailure.AccessDenied("The key is wrong; check CRITIC_KEY");
        });
        bench.critic.gives(80);

        assertThatThrownBy(() -> evaluate(Terms.USUAL)).isInstanceOf(ProviderFailure.AccessDenied.class);
        assertThat(jobs().get(0).failed().map(JobState.Failed::code)).contains(FailureCode.ACCESS_DENIED);

        assertThat(evaluate(Terms.USUAL).score().overall()).isBetween(0.79, 0.81);
        assertThat(jobs()).as("the same two").hasSize(2);
    }

    /** A process that is killed leaves the question as it is between sending and the answer. */
    private Hanging hanging() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        bench.critic.answers(() -> {
            asked.countDown();
            await(answer);
            return ScriptedCritic.evaluation(70);
        });
        CompletableFuture<Judgement> result = CompletableFuture.supplyAsync(() -> evaluate(Terms.USUAL));
        await(asked);
        return new Hanging(answer, result);
    }

    private record Hanging(CountDownLatch answer, CompletableFuture<Judgement> result) {
        Judgement comesBack() {
            answer.countDown();
            return result.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void nobodyPaysForWhatAnotherProcessIsAboutToHear() {
        Hanging hanging = hanging();

        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageContaining("has not answered yet", "--accept-possible-charge");

        assertThat(hanging.comesBack().score().overall()).isBetween(0.69, 0.71);
        assertThat(evaluate(Terms.USUAL).cost()).isEqualTo(Cost.free());
        assertThat(bench.critic.judged).hasSize(1);
    }

    /** The other one comes between the look at what is known and the call. */
    @Test
    void twoWhoAskTheSameAtTheSameMomentPayOnce() {
        AtomicBoolean first = new AtomicBoolean(true);

        assertThatThrownBy(() -> evaluate(told(asked -> {
                    if (asked.topic() == Topic.EVALUATION && first.getAndSet(false)) {
                        evaluate(Terms.USUAL);
                    }
                })))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("at this moment");

        assertThat(bench.critic.judged).hasSize(1);
        assertThat(evaluate(Terms.USUAL).cost()).isEqualTo(Cost.free());
    }

    @Test
    void questionOfALostProcessEndsWithAnUnknownOutcome() {
        Hanging hanging = hanging();
        bench.shop.clock.advance(LONG);

        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageContaining("was asked this before");

        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN);
        assertThat(jobs().get(0).failed().map(JobState.Failed::code)).contains(FailureCode.OUTCOME_UNKNOWN);
        hanging.comesBack();
    }

    /** Whoever calls a question off has not taken back what left. */
    @Test
    void questionThatWasCalledOffIsNotPaidTwiceEither() {
        Hanging hanging = hanging();
        bench.shop
                .useCases
                .cancelJob()
                .handle(new CancelJob.Command(UserId.LOCAL, jobs().get(0).id()));
        assertThatThrownBy(() -> evaluate(Terms.USUAL)).hasMessageContaining("has not answered yet");
        bench.shop.clock.advance(LONG);

        assertThatThrownBy(() -> evaluate(Terms.USUAL))
                .isInstanceOf(ProviderFailure.OutcomeUnknown.class)
                .hasMessageContaining("was asked this before");

        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN);
        assertThat(bench.critic.judged).hasSize(1);
        hanging.comesBack();
        assertThat(evaluate(Terms.USUAL).cost()).as("it came all the same").isEqualTo(Cost.free());
    }

    @Test
    void reconcilerEndsWhatALostProcessAsked() {
        Hanging hanging = hanging();
        bench.shop.reconcile();
        assertThat(jobs().get(0).status()).as("it is young").isEqualTo(JobStatus.PROCESSING);

        bench.shop.clock.advance(LONG);
        bench.shop.reconcile();

        assertThat(jobs().get(0).failed().map(JobState.Failed::code)).contains(FailureCode.OUTCOME_UNKNOWN);
        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.OUTCOME_UNKNOWN);
        hanging.comesBack();
    }

    @Test
    void answerThatComesLateIsKeptAllTheSame() {
        Hanging hanging = hanging();
        bench.shop.clock.advance(LONG);
        bench.shop.reconcile();

        assertThat(hanging.comesBack().score().overall()).isBetween(0.69, 0.71);

        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.DONE);
        assertThat(jobs()).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
        assertThat(evaluate(Terms.USUAL).cost()).isEqualTo(Cost.free());
    }

    @Test
    void bothAnswersStandWhereOneIsPaidTwiceOnPurpose() {
        Hanging hanging = hanging();
        bench.critic.gives(80);

        assertThat(evaluate(ONCE_MORE).score().overall()).isBetween(0.79, 0.81);
        assertThat(hanging.comesBack().score().overall()).isBetween(0.69, 0.71);

        assertThat(calls()).containsExactly(CallStatus.DONE, CallStatus.DONE, CallStatus.DONE);
        assertThat(jobs()).extracting(Job::status).containsOnly(JobStatus.COMPLETED);
    }

    @Test
    void whoeverWantsToKnowNoMoreIsAskedForNothing() {
        List<Topic> told = new ArrayList<>();

        assertThatThrownBy(() -> evaluate(told(asked -> {
                    told.add(asked.topic());
                    assertThat(asked.provider()).isEqualTo(ScriptedCritic.NAME);
                    assertThat(asked.estimate()).isEqualTo(Cost.estimated(100));
                    if (asked.topic() == Topic.EVALUATION) {
                        throw new ProviderFailure.Canceled("Interrupted");
                    }
                })))
                .isInstanceOf(ProviderFailure.Canceled.class);

        assertThat(told).containsExactly(Topic.CHECKLIST, Topic.EVALUATION);
        assertThat(bench.critic.judged).isEmpty();
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void questionsAreNowhereAmongTheImages() {
        evaluate(Terms.USUAL);
        Job job = jobs().get(0);

        assertThat(bench.shop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .isEmpty();
        assertThat(bench.shop
                        .useCases
                        .reportJobs()
                        .handle(new ReportJobs.Query(
                                UserId.LOCAL, new ReportJobs.Newest(EnumSet.allOf(JobStatus.class), 1))))
                .isEmpty();
        assertThatThrownBy(() -> bench.shop
                        .useCases
                        .reportJobs()
                        .handle(new ReportJobs.Query(UserId.LOCAL, new ReportJobs.OfConcept(job.concept()))))
                .isInstanceOf(UnknownReference.class);
        assertThat(bench.shop
                        .useCases
                        .verifyHistory()
                        .handle(new VerifyHistory.Query(UserId.LOCAL, new VerifyHistory.Everything(), progress -> {}))
                        .problems())
                .isEmpty();
    }

    @Test
    void questionIsRetriedByWhoAskedItAndByNobodyElse() {
        outcomeOfTheNextJudgementIsUnknown();
        assertThatThrownBy(() -> evaluate(Terms.USUAL)).isInstanceOf(ProviderFailure.OutcomeUnknown.class);

        assertThatThrownBy(() -> bench.shop
                        .useCases
                        .retryJob()
                        .handle(new RetryJob.Command(UserId.LOCAL, jobs().get(0).id(), true)))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("asked by hand", "--accept-possible-charge");
    }

    @Test
    void unknownPriceIsPaidWhereTheConfigurationAllowsIt() {
        bench.critic.costs(Cost.unknown());

        evaluate(Terms.USUAL);

        assertThat(bench.calls()).extracting(ProviderCall::estimate).containsOnly(Cost.unknown());
    }

    @Test
    void whoIsNamedIsAskedOrSaysWhyNot() {
        Terms maker = new Terms(ScriptedProvider.NAME, OptionalLong.empty(), false, false, asked -> {});

        assertThatThrownBy(() -> evaluate(maker))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("does not judge images", "critic");
    }
}
