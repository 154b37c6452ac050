package dev.pentimento.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.HeldImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final ProviderReport REPORT =
            new ProviderReport("local", "local-1", "warmer", List.of(), Cost.free(), false);
    private static final Concept CONCEPT = concept(1, UserId.LOCAL);
    private static final Concept OTHER = concept(2, UserId.LOCAL);

    private final Version original = version(1, CONCEPT, List.of(), new Origin.Imported("a.png", image(2)));
    private final Job pending = job(1, CONCEPT, original.id(), new MaskShape.Painted(digest(3)));
    private final Version child = version(4, CONCEPT, List.of(original.id()), new Origin.Refined(pending.id()));
    private final Job done = complete(pending, child.id());

    @Test
    void wholeHistoryIsAccepted() {
        assertThat(history(List.of(original, child), List.of(done)).versions()).containsExactly(original, child);
    }

    @Test
    void imagesAreThoseOfVersionsOfFilesAndOfMasks() {
        assertThat(history(List.of(original, child), List.of(done)).images())
                .containsExactly(digest(1), digest(2), digest(3), digest(4));
    }

    @Test
    void finishedHistoryLeavesOpenJobsBehind() {
        Job open = job(2, CONCEPT, original.id(), new MaskShape.Painted(digest(9)));
        History history = history(List.of(original, child), List.of(done, open));

        assertThat(history.finished().jobs()).containsExactly(done);
        assertThat(history.finished().images()).doesNotContain(digest(9));
    }

    @Test
    void partsThatComeTwiceAreRefused() {
        refused("comes twice", List.of(CONCEPT, CONCEPT), List.of(), List.of());
        refused("comes twice", List.of(CONCEPT), List.of(original, original), List.of());
        refused("comes twice", List.of(CONCEPT), List.of(original, child), List.of(done, done));
    }

    @Test
    void parentsThatComeLaterOrNeverAreRefused() {
        refused("does not come before it", List.of(CONCEPT), List.of(child, original), List.of(done));
        refused("does not come before it", List.of(CONCEPT), List.of(child), List.of(done));
    }

    @Test
    void cyclesAreRefused() {
        Version one = version(5, CONCEPT, List.of(id(6)), new Origin.Refined(done.id()));
        Version two = version(6, CONCEPT, List.of(id(5)), new Origin.Refined(done.id()));

        refused("does not come before it", List.of(CONCEPT), List.of(one, two), List.of());
    }

    @Test
    void parentsInAnotherConceptAreRefused() {
        Version stray = version(5, OTHER, List.of(original.id()), new Origin.Imported("b.png", image(2)));

        refused("does not come before it in its concept", List.of(CONCEPT, OTHER), List.of(original, stray), List.of());
    }

    @Test
    void conceptsThatAreNotThereAreRefused() {
        refused("belongs to concept", List.of(OTHER), List.of(original), List.of());
        refused("belongs to concept", List.of(OTHER), List.of(), List.of(done));
    }

    @Test
    void jobsOfSomebodyElseAreRefused() {
        refused("somebody else's", List.of(concept(1, new UserId("ben"))), List.of(original, child), List.of(done));
    }

    @Test
    void versionsWhoseJobIsNotThereAreRefused() {
        refused("is not there or knows nothing of it", List.of(CONCEPT), List.of(original, child), List.of());
        refused("is not there or knows nothing of it", List.of(CONCEPT), List.of(original, child), List.of(pending));
    }

    @Test
    void jobsThatClaimWhatTheyDidNotMakeAreRefused() {
        Job boaster = complete(pending, child.id(), original.id());

        refused("comes from elsewhere", List.of(CONCEPT), List.of(original, child), List.of(boaster));
        refused("comes from elsewhere", List.of(CONCEPT), List.of(original), List.of(done));
    }

    @Test
    void versionsThatDoNotComeFromTheBaseOfTheirJobAreRefused() {
        Version second = version(5, CONCEPT, List.of(), new Origin.Imported("b.png", image(2)));
        Version wrong = version(4, CONCEPT, List.of(second.id()), new Origin.Refined(pending.id()));

        refused("knows nothing of it", List.of(CONCEPT), List.of(original, second, wrong), List.of(done));
    }

    @Test
    void jobsThatSpeakOfUnknownVersionsAreRefused() {
        refused("speaks of version", List.of(CONCEPT), List.of(), List.of(pending));
    }

    /** Deep recursion or time that grows with the square would show here. */
    @Test
    void longChainsAreChecked() {
        List<Version> versions = new ArrayList<>(List.of(original));
        List<Job> jobs = new ArrayList<>();
        for (int i = 10; i < 50_010; i++) {
            Version base = versions.get(versions.size() - 1);
            Job job = job(i, CONCEPT, base.id(), new MaskShape.Painted(digest(3)));
            Version next = version(i, CONCEPT, List.of(base.id()), new Origin.Refined(job.id()));
            versions.add(next);
            jobs.add(complete(job, next.id()));
        }

        assertThat(history(versions, jobs).versions()).hasSize(50_001);
    }

    @Test
    void bundleHoldsExactlyTheImagesInTheirOrder() {
        History history = history(List.of(original, child), List.of(done));
        List<HeldImage> images = List.of(held(1), held(2), held(3), held(4));

        assertThat(new Bundle(history, images).length()).isEqualTo(40);
        for (List<HeldImage> wrong : List.of(
                images.subList(0, 3),
                List.of(held(1), held(2), held(3), held(4), held(5)),
                List.of(held(2), held(1), held(3), held(4)),
                List.of(held(1), held(1), held(2), held(3), held(4)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Bundle(history, wrong));
        }
    }

    @Test
    void bundleDescribesEachImageInOneWay() {
        History history = history(List.of(original), List.of());
        HeldImage longer = new HeldImage(digest(1), MediaType.PNG, 11);
        HeldImage jpeg = new HeldImage(digest(2), MediaType.JPEG, 10);

        assertThatIllegalArgumentException().isThrownBy(() -> new Bundle(history, List.of(longer, held(2))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bundle(history, List.of(held(1), jpeg)));
    }

    @Test
    void openJobsDoNotTravel() {
        History history = history(List.of(original), List.of(pending));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bundle(history, List.of(held(1), held(2), held(3))))
                .withMessageContaining("is pending");
    }

    private static void refused(String why, List<Concept> concepts, List<Version> versions, List<Job> jobs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History(concepts, versions, jobs))
                .withMessageContaining(why);
    }

    private static History history(List<Version> versions, List<Job> jobs) {
        return new History(List.of(CONCEPT), versions, jobs);
    }

    private static Concept concept(int number, UserId owner) {
        return new Concept(new ConceptId(new UUID(1, number)), owner, Brief.EMPTY, NOW);
    }

    private static Version version(int number, Concept concept, List<VersionId> parents, Origin origin) {
        return new Version(id(number), concept.id(), image(number), parents, origin, NOW);
    }

    private static Job job(int number, Concept concept, VersionId base, MaskShape mask) {
        PromptRefinement warmer = new PromptRefinement(new Instruction("make it warmer"), MaskSpec.of(mask));
        Work work = new Work.RefineVersion(base, List.of(), warmer, Knobs.DEFAULT, Brief.EMPTY);
        return Job.submit(new JobId(new UUID(2, number)), concept.owner(), concept.id(), work, ProviderChoice.ANY, NOW);
    }

    private static Job complete(Job job, VersionId... made) {
        return job.start(NOW).complete(List.of(made), REPORT, NOW);
    }

    private static VersionId id(int number) {
        return new VersionId(new UUID(3, number));
    }

    private static Image image(int number) {
        return new Image(digest(number), MediaType.PNG, new ImageSize(4, 3), 10);
    }

    private static HeldImage held(int number) {
        return HeldImage.of(image(number));
    }

    private static ImageDigest digest(int number) {
        return new ImageDigest("%064x".formatted(number));
    }
}
