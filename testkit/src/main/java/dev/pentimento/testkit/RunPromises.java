package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aBatchId;
import static dev.pentimento.testkit.Fixtures.aBatchOf;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.evaluation.Answer;
import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.evaluation.Criterion;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Issue;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.loop.Assessment;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Comparison;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.loop.Way;
import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.prompt.RefinedPrompt.Strategy;
import dev.pentimento.domain.prompt.Scene;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Batches and their runs come back as they were, however far they are. */
interface RunPromises extends RecordsPromises {
    Scene SCENE = new Scene("Fox \"1\"", "a fox\nin the snow", "", "a red fox'; drop table runs");
    Checklist CHECKLIST = new Checklist(List.of(
            new Check("c1", CheckKind.OBJECT, "Is there a fox?", List.of(), 3, true),
            new Check("c2", CheckKind.ATTRIBUTE, "Is it red?", List.of("c1"), 1, false)));
    Evaluation EVALUATION = new Evaluation(
            List.of(new Answer("c1", Answer.Verdict.YES, 0.9, "ears"), new Answer("c2", Answer.Verdict.UNSURE, 0, "")),
            Map.of(Criterion.COMPOSITION, 7.5, Criterion.TEXT_RENDERING, 10.0),
            List.of(
                    new Issue("anatomy", Issue.Severity.MAJOR, "Three ears", List.of("c1"), null),
                    new Issue("light", Issue.Severity.MINOR, "Dim", List.of(), new Issue.Box(0, 0.25, 0.5, 0.75))),
            List.of("Two ears"),
            "A fox");

    @Test
    default void batchComesBackAsItWas() {
        Batch plain = aBatchOf(ANNA);
        Batch full = new Batch(
                aBatchId(),
                BEN,
                new LoopRules(10, 7, 0.9),
                new ImageSize(640, 480),
                Long.MIN_VALUE,
                new ProviderChoice("fal", "model \u00e4"),
                OptionalLong.of(2_500_000),
                true,
                "process-1",
                NOW);

        write(writer -> {
            writer.add(plain);
            writer.add(full);
        });

        read(reader -> {
            assertThat(reader.batch(plain.id())).contains(plain);
            assertThat(reader.batch(full.id())).contains(full);
            assertThat(reader.batch(aBatchId())).isEmpty();
        });
    }

    @Test
    default void batchesOfAnOwnerComeNewestFirst() {
        Batch first = recorded(aBatchOf(ANNA));
        recorded(aBatchOf(BEN));
        Batch last = recorded(aBatchOf(ANNA));

        read(reader -> assertThat(reader.batches(ANNA)).containsExactly(last, first));
    }

    @Test
    default void batchIsAddedOnceAndReplacedOnlyWhereItIs() {
        Batch batch = recorded(aBatchOf(ANNA));
        Batch stranger = aBatchOf(ANNA);

        refuses(writer -> writer.add(batch), batch.id());
        refuses(writer -> writer.replace(stranger), stranger.id());
        write(writer -> writer.replace(batch.callOff()));

        read(reader -> assertThat(reader.batch(batch.id())).contains(batch.callOff()));
    }

    @Test
    default void batchIsInTheHandOfWhomItNamesUntilSomebodyElseLeadsItsTask() {
        Batch batch = recorded(aBatchOf(ANNA).heldBy("one"));
        Lease first = new Lease("one", NOW.plusSeconds(30));
        assertThat(isInHand(batch, "one")).isFalse();

        write(writer -> writer.lead("task", first, NOW));
        assertThat(isInHand(batch, "one")).isTrue();
        assertThat(isInHand(batch, "two")).isFalse();
        read(reader ->
                assertThat(reader.isInHand(batch.id(), "other task", "one")).isFalse());

        write(writer -> writer.lead("task", new Lease("two", NOW.plusSeconds(90)), first.until()));
        assertThat(isInHand(batch, "one")).isFalse();
        assertThat(isInHand(batch, "two")).isFalse();

        write(writer -> writer.replace(batch.heldBy("two")));
        assertThat(isInHand(batch, "two")).isTrue();
    }

    private boolean isInHand(Batch batch, String holder) {
        return records().read(reader -> reader.isInHand(batch.id(), "task", holder));
    }

    @Test
    default void runsComeInTheOrderOfAdding() {
        Batch batch = recorded(aBatchOf(ANNA));
        Run second = Run.of(batch.id(), new Item("b", SCENE, "model"), NOW);
        Run first = Run.of(batch.id(), new Item("a", SCENE, null), NOW.plusNanos(1));

        write(writer -> {
            writer.add(second);
            writer.add(first);
        });

        assertThat(runs(batch)).containsExactly(second, first);
    }

    @Test
    default void promptIsAddedToABatchOnce() {
        Run run = aRunOf(recorded(aBatchOf(ANNA)));
        write(writer -> writer.add(run));
        Run stray = Run.of(aBatchId(), run.item(), NOW);

        refuses(writer -> writer.add(run), "fox");
        refuses(writer -> writer.add(stray), stray.batch());
        refuses(writer -> writer.replace(stray, stray), "fox");
        refuses(writer -> writer.replace(run, Run.of(run.batch(), new Item("owl", SCENE, null), NOW)), "owl");
    }

    @Test
    default void runComesBackAsItWasAfterEachStep() {
        Batch batch = recorded(aBatchOf(ANNA));
        Made made = made();
        Run run = aRunOf(batch);
        write(writer -> writer.add(run));

        Run last = run;
        for (Run next : steps(run, made)) {
            Run before = last;
            write(writer -> writer.replace(before, next));
            assertThat(runs(batch)).containsExactly(next);
            last = next;
        }
    }

    @Test
    default void wholeRunCanBeAddedAtOnce() {
        Batch batch = recorded(aBatchOf(ANNA));
        List<Run> steps = steps(aRunOf(batch), made());
        Run whole = steps.get(steps.size() - 1);

        write(writer -> writer.add(whole));

        assertThat(runs(batch)).containsExactly(whole);
    }

    @Test
    default void runChangesWithItsTransactionOrNotAtAll() {
        Batch batch = recorded(aBatchOf(ANNA));
        Run run = aRunOf(batch);
        write(writer -> writer.add(run));

        writeInVain(writer -> writer.replace(run, run.judgedBy(CHECKLIST)));

        assertThat(runs(batch)).containsExactly(run);
    }

    @Test
    default void firstChecklistStays() {
        RequestHash request = RequestHash.of(List.of("fox"));
        Checklist other = new Checklist(List.of(new Check("c9", CheckKind.MOOD, "Calm?", List.of(), 1, false)));

        write(writer -> writer.keepChecklist(request, CHECKLIST));
        write(writer -> writer.keepChecklist(request, other));

        read(reader -> {
            assertThat(reader.checklist(request)).contains(CHECKLIST);
            assertThat(reader.checklist(RequestHash.of(List.of("owl")))).isEmpty();
        });
    }

    @Test
    default void mishapsComeInTheOrderInWhichTheyHappened() {
        Batch batch = recorded(aBatchOf(ANNA));
        Mishap first = new Mishap(batch.id(), "fox", 0, FailureCode.REFUSED, "No.", NOW);
        Mishap second = new Mishap(batch.id(), "owl", 2, FailureCode.OUTCOME_UNKNOWN, "Who knows", NOW);

        write(writer -> {
            writer.add(first);
            writer.add(second);
        });

        read(reader -> assertThat(reader.mishaps(batch.id())).containsExactly(first, second));
        Mishap stray = new Mishap(aBatchId(), "fox", 0, FailureCode.REFUSED, "No.", NOW);
        refuses(writer -> writer.add(stray), stray.batch());
    }

    private List<Run> runs(Batch batch) {
        return records().read(reader -> reader.runs(batch.id()));
    }

    private Batch recorded(Batch batch) {
        write(writer -> writer.add(batch));
        return batch;
    }

    private static Run aRunOf(Batch batch) {
        return Run.of(batch.id(), new Item("fox", SCENE, null), NOW);
    }

    /** What the jobs of a run made. */
    record Made(Concept concept, Job first, Job second, VersionId one, VersionId two, VersionId three) {}

    private Made made() {
        Concept concept = recorded(aConceptOf(ANNA));
        return new Made(
                concept,
                recorded(aPendingJobFor(concept)),
                recorded(aPendingJobFor(concept)),
                recorded(anOriginalOf(concept)).id(),
                recorded(anOriginalOf(concept)).id(),
                recorded(anOriginalOf(concept)).id());
    }

    /** Everything that may become of a run, step by step. */
    private static List<Run> steps(Run run, Made made) {
        Iteration begun =
                Iteration.begun(1, Way.ORIGINAL, "a fox", null, made.first().id(), NOW);
        Run one = run.in(made.concept().id()).with(begun);
        Run asked = one.judgedBy(CHECKLIST);
        Run judged = asked.withLast(last ->
                last.with(new Assessment.Judged(made.one(), EVALUATION, Score.of(CHECKLIST, EVALUATION), "gemini")));
        Run unjudged = judged.withLast(
                last -> last.with(new Assessment.Unjudged(made.two(), FailureCode.UNINTELLIGIBLE, "No JSON")));
        Run compared =
                unjudged.withLast(last -> last.with(new Comparison(made.one(), made.two(), made.one(), "Better light"))
                        .with(new Comparison(made.two(), made.one(), null, "Alike")));
        Run selected = compared.withLast(last -> last.selected(made.one(), made.one()));
        Run advised = selected.withLast(last -> last.proposing(new Proposal(
                new RefinedPrompt("a redder fox", List.of("Redder"), Strategy.EDIT_IMAGE), "gemini", null)));
        Run edited = advised.with(Iteration.begun(
                2, Way.EDIT_IMAGE, "a redder fox", made.one(), made.second().id(), NOW.plusNanos(7)));
        Run instead = edited.withLast(
                last -> last.instead(Way.REWRITE_PROMPT, made.first().id()));
        Run again = instead.withLast(last -> last.with(
                        new Assessment.Judged(made.three(), EVALUATION, Score.of(CHECKLIST, EVALUATION), "local"))
                .selected(made.three(), made.one())
                .proposing(new Proposal(
                        new RefinedPrompt("Sure!", List.of(), Strategy.RESAMPLE), "local", Objection.CHATTER)));
        Run ended = again.end(new Run.Ending(StopReason.BUDGET, "All is spent", NOW.plusSeconds(1)));
        return List.of(
                one,
                asked,
                judged,
                unjudged,
                compared,
                selected,
                advised,
                edited,
                instead,
                again,
                ended,
                ended.resumed());
    }
}
