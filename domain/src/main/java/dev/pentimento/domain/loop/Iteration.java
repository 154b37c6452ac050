package dev.pentimento.domain.loop;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.loop.Assessment.Judged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round of a run: images made from a prompt, judged, and the best of them selected.
 *
 * @param number from 1
 * @param way how its images are made
 * @param prompt as it was given to whoever made them
 * @param base the image that is edited; null where they are made from words alone
 * @param job that makes them
 * @param assessments one for each image, in the order of the variants, as far as they are judged
 * @param comparisons of images whose scores are too near to each other
 * @param winner the best of its images; null as long as nothing is selected
 * @param best the best of all images so far; null as long as nothing is selected
 * @param proposal for the next iteration; null where none was asked for
 */
public record Iteration(
        int number,
        Way way,
        String prompt,
        @Nullable VersionId base,
        JobId job,
        List<Assessment> assessments,
        List<Comparison> comparisons,
        @Nullable VersionId winner,
        @Nullable VersionId best,
        @Nullable Proposal proposal,
        Instant startedAt) {
    public Iteration {
        assessments = List.copyOf(assessments);
        comparisons = List.copyOf(comparisons);
    }

    public static Iteration begun(
            int number, Way way, String prompt, @Nullable VersionId base, JobId job, Instant now) {
        return new Iteration(number, way, prompt, base, job, List.of(), List.of(), null, null, null, now);
    }

    /** Made in another way instead, as this one could not be gone. */
    public Iteration instead(Way other, JobId otherJob) {
        return begun(number, other, prompt, null, otherJob, startedAt);
    }

    public Iteration with(Assessment assessment) {
        List<Assessment> all = new ArrayList<>(assessments);
        all.add(assessment);
        return new Iteration(number, way, prompt, base, job, all, comparisons, winner, best, proposal, startedAt);
    }

    public Iteration with(Comparison comparison) {
        List<Comparison> all = new ArrayList<>(comparisons);
        all.add(comparison);
        return new Iteration(number, way, prompt, base, job, assessments, all, winner, best, proposal, startedAt);
    }

    public Iteration selected(VersionId ofThese, VersionId ofAll) {
        return new Iteration(
                number, way, prompt, base, job, assessments, comparisons, ofThese, ofAll, proposal, startedAt);
    }

    public Iteration proposing(Proposal next) {
        return new Iteration(number, way, prompt, base, job, assessments, comparisons, winner, best, next, startedAt);
    }

    /** Empty if that image was not judged, or could not be. */
    public Optional<Judged> judged(VersionId version) {
        return assessment(version).flatMap(Assessment::judged);
    }

    public Optional<Assessment> assessment(VersionId version) {
        return assessments.stream()
                .filter(assessment -> assessment.version().equals(version))
                .findFirst();
    }

    /** The judged images, in the order of the variants. */
    public List<Candidate> candidates() {
        return assessments.stream()
                .flatMap(assessment -> assessment.judged().stream()
                        .map(judged -> new Candidate(
                                assessment.version(), judged.score().overall())))
                .toList();
    }

    /** Empty if these two were not compared in this order. */
    public Optional<Comparison> comparison(VersionId first, VersionId second) {
        return comparisons.stream()
                .filter(known -> known.first().equals(first) && known.second().equals(second))
                .findFirst();
    }

    /** The score of the best of its images, 0..1; empty as long as nothing is selected. */
    public Optional<Double> winningScore() {
        return Optional.ofNullable(winner)
                .flatMap(this::judged)
                .map(judged -> judged.score().overall());
    }

    public boolean isSelected() {
        return Objects.nonNull(best);
    }
}
