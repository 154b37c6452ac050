package dev.pentimento.domain.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConceptFolderTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final ConceptId ID = new ConceptId(new UUID(0, 1));

    private final List<Version> versions = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private String prompt = "";
    private int made;

    @Test
    void importedImagesAreTheOriginals() {
        Version first = imported();
        Version second = imported();

        assertThat(pathOf(first)).isEqualTo("originals/image_0.png");
        assertThat(pathOf(second)).isEqualTo("originals/image_1.png");
        assertThat(folder().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(folder().founding()).isEmpty();
    }

    @Test
    void referenceIsAnInputAlsoWhereImportedImagesAreTheOriginals() {
        Version original = imported();
        Version reference = version(List.of(), new Origin.Imported("hat.png", image(), null, true));
        Version second = imported();

        assertThat(pathOf(original)).isEqualTo("originals/image_0.png");
        assertThat(pathOf(reference)).isEqualTo("inputs/image_0.png");
        assertThat(pathOf(second)).isEqualTo("originals/image_1.png");
    }

    @Test
    void filesOfAChainNameWhatTheyWereMadeFrom() {
        Version original = imported();
        Version child = refined(original);
        Version grandchild = refined(child);

        assertThat(pathOf(child))
                .isEqualTo("refinements/%s_from_0.png".formatted(jobs.get(0).id()));
        assertThat(pathOf(grandchild))
                .isEqualTo("refinements/%s_from_%s.png"
                        .formatted(jobs.get(1).id(), jobs.get(0).id()));
        assertThat(folder().refinements())
                .extracting(refinement ->
                        refinement.parent() == null ? "" : refinement.parent().name())
                .containsExactly("image_0", jobs.get(0).id().toString());
    }

    @Test
    void candidatesOfOneJobHaveFilesOfTheirOwn() {
        Version original = imported();
        JobId job = jobId();
        Version first = version(List.of(original.id()), new Origin.Refined(job));
        Version second = version(List.of(original.id()), new Origin.Refined(job));
        Version ofTheSecond = refined(second);

        assertThat(pathOf(first)).isEqualTo("refinements/%s_from_0.png".formatted(job));
        assertThat(pathOf(second)).isEqualTo("refinements/%s_2_from_0.png".formatted(job));
        assertThat(pathOf(ofTheSecond)).endsWith("_from_%s_2.png".formatted(job));
    }

    @Test
    void whatWasGeneratedIsOriginalAndWhatWasBroughtInIsNot() {
        Job job = generation();
        jobs.add(job);
        Version first = version(List.of(), new Origin.Generated(job.id()));
        Version palette = version(List.of(first.id()), new Origin.Recolored(job.id(), palette()));
        Version second = version(List.of(), new Origin.Generated(job.id()));
        Version reference = imported();

        assertThat(pathOf(first)).isEqualTo("originals/image_0.png");
        assertThat(pathOf(palette)).isEqualTo("originals/image_0_palette_0.png");
        assertThat(pathOf(second)).isEqualTo("originals/image_1.png");
        assertThat(pathOf(reference)).isEqualTo("inputs/image_0.png");
        assertThat(folder().founding()).contains(job);
        assertThat(folder().status()).isEqualTo(RunStatus.PENDING);
        assertThat(folder().refinements()).isEmpty();
    }

    @Test
    void whatAConceptWasMadeForIsOriginalAlsoWhenItBeganWithAnImage() {
        prompt = "make it warmer";
        Version input = imported();
        Job job = refinement(input);
        jobs.add(job);
        Version variant = version(List.of(input.id()), new Origin.Refined(job.id()));
        Version child = refined(variant);

        assertThat(pathOf(input)).isEqualTo("inputs/image_0.png");
        assertThat(pathOf(variant)).isEqualTo("originals/image_0.png");
        assertThat(pathOf(child)).endsWith("_from_0.png");
        assertThat(folder().refinements()).hasSize(1);
    }

    @Test
    void imageEditedElsewhereGoesByItsOwnId() {
        Version original = imported();
        Version edited = version(List.of(original.id()), new Origin.Imported("edited.png", image()));

        assertThat(pathOf(edited)).isEqualTo("refinements/%s_from_0.png".formatted(edited.id()));
    }

    @Test
    void whatIsAddedMovesNothing() {
        Version original = imported();
        refined(original);
        List<Place> before = folder().places();

        refined(original);
        imported();

        assertThat(folder().places()).startsWith(before.toArray(Place[]::new));
    }

    @Test
    void versionIsFoundByEveryNameItGoesBy() {
        Version original = imported();
        Version child = refined(original);
        JobId job = jobs.get(0).id();

        assertThat(List.of("image_0", "original_0", "IMAGE_0", original.id().toString()))
                .allSatisfy(name -> assertThat(folder().named(name))
                        .hasValueSatisfying(place -> assertThat(place.version()).isEqualTo(original)));
        assertThat(List.of(job.toString(), child.id().toString()))
                .allSatisfy(name -> assertThat(folder().named(name))
                        .hasValueSatisfying(place -> assertThat(place.version()).isEqualTo(child)));
        assertThat(List.of("image_1", "image_", "image_9999999", "", "../image_0", jobId().toString()))
                .allSatisfy(name -> assertThat(folder().named(name)).isEmpty());
    }

    @Test
    void refinementThatChangedNothingSaysSo() {
        Version original = imported();
        Job job = refinement(original);
        version(List.of(original.id()), new Origin.MaskedRefined(job.id(), new MaskCheck(0, 5, 0)));
        jobs.add(completed(job));

        assertThat(folder().refinements().get(0).summary()).isEqualTo("Style Enhancement: No changes needed");
    }

    @Test
    void refinementThatGaveItsParentBackSaysSoToo() {
        Version original = imported();
        Job job = refinement(original);
        versions.add(new Version(
                versionId(), ID, original.image(), List.of(original.id()), new Origin.Refined(job.id()), NOW));
        jobs.add(completed(job));

        assertThat(folder().refinements().get(0).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void failureHasAWordForWhatWentWrong(FailureCode code) {
        jobs.add(refinement(imported()).start(NOW).fail(code, "It broke", NOW));

        Map<FailureCode, String> words = Map.of(
                FailureCode.NOT_SENT, "Connection failed",
                FailureCode.RATE_LIMITED, "Rate limit exceeded",
                FailureCode.ACCESS_DENIED, "Authentication failed",
                FailureCode.OUTCOME_UNKNOWN, "API error",
                FailureCode.UNAVAILABLE, "Not available",
                FailureCode.INTERNAL, "Failed");
        String summary = folder().refinements().get(0).summary();

        assertThat(summary).startsWith("Style Enhancement: ").doesNotContain("Successful");
        assertThat(summary).endsWith(words.getOrDefault(code, ""));
    }

    @ParameterizedTest
    @EnumSource(RefinementKind.class)
    void everyKindHasATitle(RefinementKind kind) {
        assertThat(Verdict.SUCCESSFUL.summary(kind)).matches("(Subject|Text|Style) Enhancement: Successful");
    }

    private ConceptFolder folder() {
        Concept concept = new Concept(ID, UserId.LOCAL, new Brief(prompt, "", ""), NOW);
        return ConceptFolder.of(concept, Lineage.of(versions), jobs, job -> Cost.free());
    }

    private String pathOf(Version version) {
        return folder().place(version.id()).path();
    }

    private Version imported() {
        return version(List.of(), new Origin.Imported("fox.png", image()));
    }

    /** By a job of its own, which is completed. */
    private Version refined(Version base) {
        Job job = refinement(base);
        jobs.add(completed(job));
        return version(List.of(base.id()), new Origin.Refined(job.id()));
    }

    private Job refinement(Version base) {
        Refinement warmer = new Refinement.PromptRefinement(new Instruction("make it warmer"), null);
        return job(new Work.RefineVersion(base.id(), List.of(), warmer, Knobs.DEFAULT, Brief.EMPTY));
    }

    private Job generation() {
        return job(new Work.GenerateOriginals(new Instruction("a fox"), new ImageSize(4, 3), 2, 1, null));
    }

    private Job job(Work work) {
        return Job.submit(jobId(), UserId.LOCAL, ID, work, ProviderChoice.ANY, NOW);
    }

    private static Job completed(Job job) {
        ProviderReport report = new ProviderReport("local", "engine-1", "", List.of(), Cost.free(), false);
        return job.start(NOW).complete(List.of(), report, NOW);
    }

    private Version version(List<VersionId> parents, Origin origin) {
        Version version = new Version(versionId(), ID, image(), parents, origin, NOW);
        versions.add(version);
        return version;
    }

    private Image image() {
        ImageDigest digest = new ImageDigest("%064x".formatted(++made));
        return new Image(digest, MediaType.PNG, new ImageSize(4, 3), 68);
    }

    private VersionId versionId() {
        return new VersionId(new UUID(2, ++made));
    }

    private JobId jobId() {
        return new JobId(new UUID(3, ++made));
    }

    private static Palette palette() {
        return new Palette("Dusk", "", List.of("#102030", "#AABBCC"));
    }
}
