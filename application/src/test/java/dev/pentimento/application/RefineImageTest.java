package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.command;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.prompt;
import static dev.pentimento.application.TestWorkshop.promptWithin;
import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskShape.Rectangle;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.refinement.Refinement.SubjectRepair;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefineImageTest {
    private static final URI PAGE = URI.create("https://example.org/pictures/cat.png?signature=s3cret");

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void refinedFileBecomesAnOriginalAndItsChild() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        ShowVersion.Details child = workshop.resultOf(job);
        assertThat(child.label()).isEqualTo("A1");
        assertThat(child.badge()).isEqualTo("v2");
        assertThat(child.job()).contains(job);
        assertThat(workshop.pixelsOf(child)).isEqualTo(filled(RED));
        assertThat(workshop.pixelsOf(workshop.show("A"))).isEqualTo(filled(GREY));
        assertThat(job.completed().map(JobState.Completed::report))
                .contains(ScriptedProvider.REPORT.treating(List.of(
                        new Treatment(Wish.TYPE, Means.NATIVE, ""), new Treatment(Wish.SIZE, Means.NATIVE, ""))));
    }

    @Test
    void fileThatIsKnownGoesOnFromItsVersion() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
        workshop.refine(workshop.upload(GREY), prompt());

        workshop.refine(workshop.upload(GREY), prompt());
        Job fromResult = workshop.refine(workshop.upload(RED), prompt());

        assertThat(workshop.resultOf(fromResult).lineage().versions())
                .extracting(version -> workshop.resultOf(fromResult).lineage().label(version.id()))
                .containsExactly("A", "A1", "A2", "A2.1");
    }

    @Test
    void fileThatBeginsAnewIsOriginalOfAConceptOfItsOwn() {
        Job first = workshop.refine(workshop.upload(GREY), prompt());

        Job anew = workshop.refine(new RefineImage.Uploaded(workshop.file("picture.png", GREY), true), prompt());

        assertThat(anew.concept()).isNotEqualTo(first.concept());
        assertThat(workshop.resultOf(anew).label()).isEqualTo("A1");
    }

    @Test
    void urlsBecomeOriginalsAndReferences() {
        workshop.web.put(PAGE, workshop.file("cat.png", GREY));
        workshop.web.put(PAGE.resolve("dog.png"), workshop.file("dog.png", RED));

        Job job = workshop.refine(command(
                new RefineImage.Remote(PAGE), List.of(new RefineImage.Remote(PAGE.resolve("dog.png"))), prompt()));

        assertThat(workshop.pixelsOf(workshop.show("A"))).isEqualTo(filled(GREY));
        assertThat(workshop.pixelsOf(workshop.show("B"))).isEqualTo(filled(RED));
        assertThat(workshop.resultOf(job).version().parents()).hasSize(2);
        assertThat(workshop.show("A").version().origin()).isInstanceOfSatisfying(Origin.Imported.class, origin -> {
            assertThat(origin.fileName()).isEqualTo("cat.png");
            assertThat(origin.source()).hasToString("https://example.org/pictures/cat.png");
        });
    }

    @Test
    void urlWhoseBytesAreKnownGoesOnFromTheirVersion() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
        workshop.web.put(PAGE, workshop.file("cat.png", GREY));
        workshop.refine(workshop.upload(GREY), prompt());

        Job job = workshop.refine(new RefineImage.Remote(PAGE), prompt());

        assertThat(workshop.resultOf(job).label()).isEqualTo("A2");
    }

    @Test
    void urlThatGivesNothingLeavesNothing() {
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> workshop.refine(
                        command(workshop.upload(GREY), List.of(new RefineImage.Remote(PAGE)), prompt())));

        assertThat(workshop.concepts()).isEmpty();
        assertThat(workshop.vault.contains(workshop.file("", GREY).digest())).isFalse();
    }

    @Test
    void pageThatPassesItselfOffAsAnImageIsNamedByItsUrl() {
        workshop.web.put(PAGE, new ImageFile("cat.png", "<html>log in</html>".getBytes(StandardCharsets.UTF_8)));

        assertThatExceptionOfType(ImageRejected.class)
                .isThrownBy(() -> workshop.refine(new RefineImage.Remote(PAGE), prompt()))
                .withMessageStartingWith("https://example.org/pictures/cat.png: ")
                .withMessageNotContaining("s3cret");
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void sameFileInANewConceptWhenAskedForAnother() {
        workshop.refine(workshop.upload(GREY), prompt());
        Job other = workshop.refine(workshop.upload(RED), prompt());

        Job job = workshop.refine(new RefineImage.Command(
                UserId.LOCAL,
                workshop.upload(GREY),
                List.of(),
                prompt(),
                List.of(),
                Knobs.DEFAULT,
                Brief.EMPTY,
                ProviderChoice.ANY,
                other.concept(),
                Priority.NORMAL));

        assertThat(job.concept()).isEqualTo(other.concept());
        assertThat(workshop.resultOf(job).label()).isEqualTo("B1");
    }

    @Test
    void versionsAreRefinedByLabelIdAndBeginningOfId() {
        String first = workshop.resultOf(workshop.refine(workshop.upload(GREY), prompt()))
                .version()
                .id()
                .toString();

        assertThat(workshop.resultOf(workshop.refine(stored("A"), prompt())).label())
                .isEqualTo("A2");
        assertThat(workshop.resultOf(workshop.refine(stored(first), prompt())).label())
                .isEqualTo("A1.1");
        assertThat(workshop.resultOf(workshop.refine(stored(first.substring(0, 8)), prompt()))
                        .label())
                .isEqualTo("A1.2");
    }

    @Test
    void unknownVersionIsToldByName() {
        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> workshop.refine(stored("A7"), prompt()))
                .withMessageContaining("A7");
        workshop.refine(workshop.upload(GREY), prompt());
        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> workshop.refine(stored("A7"), prompt()))
                .withMessageContaining("A7");
    }

    @Test
    void versionsOfOthersAreUnknown() {
        String id = workshop.resultOf(workshop.refine(workshop.upload(GREY), prompt()))
                .version()
                .id()
                .toString();
        RefineImage.Command command = new RefineImage.Command(
                new UserId("somebody else"),
                stored(id),
                List.of(),
                prompt(),
                List.of(),
                Knobs.DEFAULT,
                Brief.EMPTY,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);

        assertThatExceptionOfType(UnknownReference.class).isThrownBy(() -> workshop.submit(command));
    }

    @Test
    void outsideTheMaskTheParentStaysWhateverTheProviderDoes() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));

        Job job = workshop.refine(workshop.upload(GREY), promptWithin(new Rectangle(0, 0, 0.5, 1)));

        Raster result = workshop.pixelsOf(workshop.resultOf(job));
        assertThat(result).isEqualTo(Raster.generate(TestWorkshop.SIZE, (x, y) -> x < 8 ? RED : GREY));
        assertThat(checkOf(job)).isEqualTo(new MaskCheck(0, 8 * 12, 8 * 12));
    }

    @Test
    void maskedEditThatChangedNothingSaysSo() {
        Job job = workshop.refine(workshop.upload(GREY), promptWithin(new Rectangle(0, 0, 0.5, 1)));

        assertThat(checkOf(job).changedNothing()).isTrue();
    }

    @Test
    void providerSeesTheMask() throws InterruptedException {
        workshop.refine(workshop.upload(GREY), promptWithin(new Rectangle(0, 0, 0.5, 1)));

        assertThat(workshop.provider.edits.take().mask()).isNotNull().satisfies(mask -> {
            assertThat(mask.coverage(7, 3)).isEqualTo(255);
            assertThat(mask.coverage(8, 3)).isZero();
        });
    }

    @Test
    void paintedMaskOfAnotherSizeIsRejectedAndNothingIsKept() {
        ImageFile small = new ImageFile(
                "mask.png",
                workshop.png(Raster.generate(new ImageSize(3, 3), (x, y) -> 0xffffffff))
                        .bytes());

        RefineImage.Submission submission = workshop.useCases.refineImage().handle(painted(small));

        assertThat(submission)
                .isInstanceOfSatisfying(
                        RefineImage.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .contains("3x3", "16x12"));
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void emptyMaskIsRejected() {
        RefineImage.Submission submission =
                workshop.useCases.refineImage().handle(painted(workshop.file("mask.png", 0xff000000)));

        assertThat(submission)
                .isInstanceOfSatisfying(
                        RefineImage.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .contains("selects no pixel"));
    }

    @Test
    void paintedMaskWorks() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
        Raster left = Raster.generate(TestWorkshop.SIZE, (x, y) -> x < 4 ? 0xffffffff : 0xff000000);

        Job job = workshop.refine(
                painted(new ImageFile("mask.png", workshop.png(left).bytes())));

        assertThat(checkOf(job)).isEqualTo(new MaskCheck(0, 4 * 12, 4 * 12));
    }

    @Test
    void referenceBecomesTheSecondParent() throws InterruptedException {
        SubjectRepair repair = new SubjectRepair(new Instruction("use this one"), null);

        Job job = workshop.refine(command(workshop.upload(GREY), List.of(workshop.upload(RED)), repair));

        ShowVersion.Details child = workshop.resultOf(job);
        assertThat(child.version().parents()).extracting(child.lineage()::label).containsExactly("A", "B");
        assertThat(child.lineage().originals())
                .extracting(version -> version.origin().isReference())
                .containsExactly(false, true);
        assertThat(workshop.provider.edits.take().references()).hasSize(1);
    }

    @Test
    void subjectRepairWithoutReferenceIsRejectedBeforeAnythingIsKept() {
        SubjectRepair repair = new SubjectRepair(new Instruction("use this one"), null);

        RefineImage.Submission submission =
                workshop.useCases.refineImage().handle(RefineImage.Command.of(workshop.upload(GREY), repair));

        assertThat(submission).isInstanceOf(RefineImage.Rejected.class);
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void everyCandidateBecomesASibling() {
        workshop.provider.edits((request, context) ->
                List.of(workshop.png(filled(RED)), workshop.png(filled(0xff00ff00)), workshop.png(filled(0xff0000ff))));

        Job job = workshop.refine(TestWorkshop.asking(3, RefineImage.Command.of(workshop.upload(GREY), prompt())));

        assertThat(job.completed().orElseThrow().versions())
                .extracting(id -> workshop.show(id.toString()).label())
                .containsExactly("A1", "A2", "A3");
    }

    @Test
    void providersFailureIsTheJobs() {
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.Refused("The provider refused: no logos of others");
        });

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(job.failed())
                .contains(new JobState.Failed(FailureCode.REFUSED, "The provider refused: no logos of others"));
        assertThat(workshop.show("A").lineage().versions()).hasSize(1);
    }

    @Test
    void unusableAnswerIsToldAsSuch() {
        byte[] truncated = Arrays.copyOf(workshop.png(filled(RED)).bytes(), 40);
        workshop.provider.edits((request, context) -> List.of(EncodedImage.of(truncated)));

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
        assertThat(job.failed().orElseThrow().message()).contains("scripted");
    }

    @Test
    void mistakesOfOursFailTheJobAndDoNotHangIt() {
        workshop.provider.edits((request, context) -> {
            throw new IllegalStateException("oops");
        });

        assertThat(workshop.refine(workshop.upload(GREY), prompt())
                        .failed()
                        .orElseThrow()
                        .code())
                .isEqualTo(FailureCode.INTERNAL);
    }

    @Test
    void whenTheDiskFillsUpTheLineageNamesNoMissingImage() {
        workshop.provider.edits((request, context) -> {
            workshop.vault.fillUp();
            return List.of(workshop.png(filled(RED)));
        });

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.STORAGE);
        assertThat(workshop.show("A").lineage().versions())
                .allMatch(version -> workshop.vault.contains(version.image().digest()));
    }

    @Test
    void fullDiskAtSubmissionKeepsNothing() {
        workshop.vault.fillUp();

        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> workshop.refine(workshop.upload(GREY), prompt()));
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void unreadableFileKeepsNothing() {
        ImageFile text = new ImageFile("logo.png", "not an image".getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(ImageRejected.class)
                .isThrownBy(() -> workshop.refine(new RefineImage.Uploaded(text), prompt()));
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void nothingIsStoredWhenNobodyCanDoIt() {
        workshop.provider.knowsOnly(RefinementKind.PROMPT);
        SubjectRepair repair = new SubjectRepair(new Instruction("use this one"), null);

        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(
                        () -> workshop.submit(command(workshop.upload(GREY), List.of(workshop.upload(RED)), repair)))
                .withMessageContaining("scripted: does no subject repair");
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void cancelAbortsTheCallAndKeepsNoVersion() throws InterruptedException {
        CountDownLatch aborted = new CountDownLatch(1);
        workshop.provider.edits((request, context) -> {
            context.onCancel(aborted::countDown);
            awaitQuietly(aborted);
            return List.of(workshop.png(filled(RED)));
        });
        Job job = workshop.submit(RefineImage.Command.of(workshop.upload(GREY), prompt()));
        workshop.provider.edits.take();

        Job canceled = workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        assertThat(canceled.status()).isEqualTo(JobStatus.CANCELED);
        assertThat(aborted.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(workshop.watch(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(workshop.show("A").lineage().versions()).hasSize(1);
    }

    @Test
    void cancellingAFinalJobChangesNothing() {
        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id())))
                .isEqualTo(job);
    }

    @Test
    void callIsStoppedAtTheTimeLimit() {
        workshop.provider.edits((request, context) -> {
            workshop.clock.advance(TestWorkshop.TIME_LIMIT.plus(Duration.ofSeconds(1)));
            context.checkCanceled();
            return List.of(request.base());
        });

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(job.failed().orElseThrow().message()).contains("longer than 30m");
    }

    @Test
    void watcherHearsEveryStageInOrder() {
        Job job = workshop.submit(RefineImage.Command.of(workshop.upload(GREY), prompt()));
        List<JobEvent> events = new ArrayList<>();
        workshop.watch(job);

        workshop.useCases.watchJob().handle(WatchJob.Query.of(job.id(), events::add));

        assertThat(events)
                .filteredOn(event -> event.kind() == JobEvent.Kind.STARTED)
                .extracting(JobEvent::stage)
                .containsExactly("load_base_image", "prompt_refine", "composite_mask", "save_outputs");
        assertThat(events).extracting(JobEvent::progress).isSorted();
    }

    private RefineImage.Command painted(ImageFile mask) {
        PromptRefinement refinement =
                new PromptRefinement(new Instruction("make it red"), MaskSpec.of(new MaskShape.Painted(mask.digest())));
        return new RefineImage.Command(
                UserId.LOCAL,
                workshop.upload(GREY),
                List.of(),
                refinement,
                List.of(mask),
                Knobs.DEFAULT,
                Brief.EMPTY,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);
    }

    private MaskCheck checkOf(Job job) {
        Origin origin = workshop.resultOf(job).version().origin();
        return ((Origin.MaskedRefined) origin).check();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
