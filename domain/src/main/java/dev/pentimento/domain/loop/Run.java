package dev.pentimento.domain.loop;

import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Assessment.Judged;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.domain.prompt.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One prompt on its way through the loop. Each step returns its next state.
 *
 * @param concept of all its images; null before the first iteration
 * @param checklist by which all its images are judged; null before the first is
 * @param iterations numbered from 1, in order
 * @param ending why it is over; null = it is not
 */
public record Run(
        BatchId batch,
        Item item,
        @Nullable ConceptId concept,
        @Nullable Checklist checklist,
        List<Iteration> iterations,
        @Nullable Ending ending,
        Instant createdAt) {
    public Run {
        iterations = List.copyOf(iterations);
        for (int i = 0; i < iterations.size(); i++) {
            if (iterations.get(i).number() != i + 1) {
                throw new IllegalArgumentException("Iteration %d of prompt '%s' comes in place %d"
                        .formatted(iterations.get(i).number(), item.id(), i + 1));
            }
        }
    }

    /**
     * @param message what happened, for people; empty where the reason says it all
     */
    public record Ending(StopReason reason, String message, Instant at) {}

    public static Run of(BatchId batch, Item item, Instant now) {
        return new Run(batch, item, null, null, List.of(), null, now);
    }

    /** Whether {@code other} is this run at another moment: of the same batch and prompt. */
    public boolean isSameAs(Run other) {
        return batch.equals(other.batch) && item.equals(other.item);
    }

    public boolean isOver() {
        return ending != null;
    }

    public RunStatus status() {
        return ending == null ? RunStatus.RUNNING : RunStatus.of(ending.reason());
    }

    public Run in(ConceptId home) {
        return new Run(batch, item, home, checklist, iterations, ending, createdAt);
    }

    public Run judgedBy(Checklist questions) {
        return new Run(batch, item, concept, questions, iterations, ending, createdAt);
    }

    /** With a further iteration, or another state of the last one. */
    public Run with(Iteration iteration) {
        List<Iteration> all =
                new ArrayList<>(iterations.subList(0, Math.min(iterations.size(), iteration.number() - 1)));
        all.add(iteration);
        return new Run(batch, item, concept, checklist, all, ending, createdAt);
    }

    /** With another state of the last iteration. */
    public Run withLast(UnaryOperator<Iteration> change) {
        return with(change.apply(last().orElseThrow(() -> new IllegalStateException("No iteration was begun"))));
    }

    public Run end(Ending why) {
        if (ending != null) {
            throw new IllegalStateException("The run of prompt '%s' is over already".formatted(item.id()));
        }
        return new Run(batch, item, concept, checklist, iterations, why, createdAt);
    }

    /** Going on where it was called off, failed or ran out of money. */
    public Run resumed() {
        return new Run(batch, item, concept, checklist, iterations, null, createdAt);
    }

    public Optional<Iteration> last() {
        return iterations.isEmpty() ? Optional.empty() : Optional.of(iterations.get(iterations.size() - 1));
    }

    /** The best image so far; empty before one was selected. */
    public Optional<VersionId> best() {
        return lastChosen().map(Iteration::best);
    }

    /** How that was judged. */
    public Optional<Judged> bestJudgement() {
        return best().flatMap(this::judgement);
    }

    /** How an image was judged; empty if it was not. */
    public Optional<Judged> judgement(VersionId version) {
        return iterations.stream()
                .flatMap(iteration -> iteration.judged(version).stream())
                .findFirst();
    }

    /** The score of the best image up to an iteration, 0..1, which never falls; empty as long as nothing is selected there. */
    public Optional<Double> bestScore(Iteration iteration) {
        return Optional.ofNullable(iteration.best())
                .flatMap(this::judgement)
                .map(judged -> judged.score().overall());
    }

    /** The iteration from which an image comes. */
    public Optional<Iteration> origin(VersionId version) {
        return iterations.stream()
                .filter(iteration -> iteration.judged(version).isPresent())
                .findFirst();
    }

    /**
     * What to ask for, so that the loop begins with the words that made the best image: the same title, scene and mood with a refined prompt; or a prompt
     * alone where the words were written anew, as they say all of it. Orders to an editor that do not say what the picture shows make no picture: then it
     * is the words of the image that was edited.
     */
    public Scene refined() {
        return best().flatMap(this::origin).map(this::refined).orElse(item.scene());
    }

    private Scene refined(Iteration made) {
        return family().flatMap(family -> family.refined(item.scene(), made.prompt()))
                .orElseGet(() -> rewritten(made));
    }

    private Scene rewritten(Iteration made) {
        return Optional.ofNullable(made.base())
                .flatMap(this::origin)
                .map(this::refined)
                .orElseGet(() -> new Scene("", "", "", made.prompt()));
    }

    /** That of the generator, by the words that it was given first. */
    private Optional<ModelFamily> family() {
        return iterations.stream().findFirst().flatMap(first -> ModelFamily.composing(item.scene(), first.prompt()));
    }

    private Optional<Iteration> lastChosen() {
        return iterations.stream().filter(iteration -> iteration.best() != null).reduce((earlier, later) -> later);
    }

    /** Every prompt that was tried, oldest first. */
    public List<String> tried() {
        return iterations.stream().map(Iteration::prompt).distinct().toList();
    }
}
