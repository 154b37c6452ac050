package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ReplayVersion;
import dev.pentimento.ports.in.ReplayVersion.Replayed;
import dev.pentimento.ports.in.ReplayVersion.Step;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayVersionTest {
    private static final MaskShape LEFT_HALF = new MaskShape.Rectangle(0, 0, 0.5, 1);

    private final TestWorkshop workshop = new TestWorkshop();
    private final List<String> steps = new ArrayList<>();
    private Consumer<Job> whenStepBegins = job -> {};

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void chainIsDoneAgainAsANewBranch() {
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(stored("A1"), TestWorkshop.promptWithin(LEFT_HALF));

        Replayed replayed = replay("A1.1");

        assertThat(replayed.steps()).extracting(Step::original).containsExactly(id("A1"), id("A1.1"));
        assertThat(label(replayed)).isEqualTo("A2.1");
        assertThat(details(replayed).version().image())
                .isEqualTo(workshop.show("A1.1").version().image());
        assertThat(details(replayed).version().origin())
                .hasSameClassAs(workshop.show("A1.1").version().origin());
        assertThat(steps).containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void everyParameterIsAskedForAgain() {
        Knobs knobs = new Knobs(new Strength(0.25), Creativity.INVENTIVE, Set.of(), 1, 77L);
        RefineImage.Command command = new RefineImage.Command(
                UserId.LOCAL,
                workshop.upload(GREY),
                List.of(new RefineImage.Uploaded(workshop.file("red.png", RED))),
                TestWorkshop.promptWithin(LEFT_HALF),
                List.of(),
                knobs,
                new Brief("", "Luna", "calm"),
                new ProviderChoice(null, "model-7"),
                null,
                Priority.NORMAL);
        Work then = workshop.refine(command).work();

        Job again = replay("A1").lastStep().job();

        assertThat(again.work()).isEqualTo(then);
        assertThat(again.provider()).isEqualTo(new ProviderChoice(ScriptedProvider.NAME, "model-7"));
    }

    @Test
    void imageIsAboutWhatIsRecordedEvenIfItsParentSaysMore() {
        RefineImage.Command plain = RefineImage.Command.of(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(new RefineImage.Command(
                plain.owner(),
                plain.base(),
                plain.references(),
                plain.refinement(),
                plain.maskPictures(),
                plain.knobs(),
                new Brief("", "Luna", "calm"),
                plain.provider(),
                plain.concept(),
                Priority.NORMAL));
        Work.RefineVersion then = new Work.RefineVersion(
                id("A1"), List.of(), plain.refinement(), plain.knobs(), new Brief("", "", "wild"));

        Job again = replay(recorded(then).toString()).lastStep().job();

        assertThat(again.work())
                .isEqualTo(new Work.RefineVersion(
                        id("A2"), then.references(), then.refinement(), then.knobs(), then.brief()));
    }

    @Test
    void seedMayBeAnother() {
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());

        replay("A1", 5L);

        assertThat(workshop.provider.edits)
                .last()
                .satisfies(edit -> assertThat(edit.knobs().seed()).isEqualTo(5L));
    }

    @Test
    void sameCandidateIsFollowed() {
        workshop.provider.edits((request, context) -> request.knobs().candidates() == 1
                ? List.of(request.base())
                : List.of(workshop.png(filled(GREY)), workshop.png(filled(RED))));
        Knobs two = new Knobs(Strength.DEFAULT, Creativity.BALANCED, Set.of(), 2, null);
        RefineImage.Command plain = RefineImage.Command.of(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(new RefineImage.Command(
                plain.owner(),
                plain.base(),
                plain.references(),
                plain.refinement(),
                plain.maskPictures(),
                two,
                plain.brief(),
                plain.provider(),
                plain.concept(),
                Priority.NORMAL));
        workshop.refine(stored("A2"), TestWorkshop.prompt());

        Replayed replayed = replay("A2.1");

        assertThat(label(replayed)).isEqualTo("A4.1");
        assertThat(workshop.pixelsOf(details(replayed))).isEqualTo(filled(RED));
    }

    @Test
    void generatedVersionIsGeneratedAgainInItsConcept() {
        Job job = generateTwoInTwoPalettes();

        Replayed replayed = replay("B");

        assertThat(label(replayed)).isEqualTo("D");
        assertThat(details(replayed).concept().id()).isEqualTo(job.concept());
        assertThat(workshop.pixelsOf(details(replayed))).isEqualTo(filled(RED));
    }

    @Test
    void importedAndRecoloredVersionsCannotBeReplayed() {
        generateTwoInTwoPalettes();
        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> replay("A1"))
                .withMessageContaining("palette");

        workshop.refine(workshop.upload(0xff00ff00), TestWorkshop.prompt());
        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> replay("A"))
                .withMessageContaining("imported");
    }

    @Test
    void unknownVersionIsRefused() {
        assertThatExceptionOfType(UnknownReference.class).isThrownBy(() -> replay("A1"));
    }

    @Test
    void stepThatNobodyCanDoKeepsTheFirstFromBeginning() {
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(stored("A1"), new Refinement.TextRepair(new Instruction("LUNA"), null));
        int asked = workshop.provider.edits.size();
        workshop.provider.knowsOnly(RefinementKind.PROMPT);

        assertThatExceptionOfType(ProviderFailure.InvalidRequest.class)
                .isThrownBy(() -> replay("A1.1"))
                .withMessageContaining("text");

        assertThat(workshop.provider.edits).hasSize(asked);
        assertThat(steps).isEmpty();
    }

    @Test
    void failingStepStopsTheReplay() {
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(stored("A1"), TestWorkshop.prompt());
        workshop.refine(stored("A1.1"), TestWorkshop.prompt());
        workshop.provider.edits((request, context) -> {
            List<EncodedImage> made = List.of(request.base());
            workshop.provider.edits(ReplayVersionTest::refuse);
            return made;
        });

        Replayed replayed = replay("A1.1.1");

        assertThat(replayed.version()).isEmpty();
        assertThat(replayed.total()).isEqualTo(3);
        assertThat(replayed.steps()).hasSize(2);
        assertThat(replayed.steps().get(0).made()).isPresent();
        assertThat(replayed.lastStep().job().status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void stepThatIsCalledOffEndsTheReplay() {
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());
        workshop.refine(stored("A1"), TestWorkshop.prompt());
        workshop.provider.edits((request, context) -> {
            while (true) {
                context.checkCanceled();
                Thread.onSpinWait();
            }
        });
        whenStepBegins = job -> workshop.useCases.cancelJob().handle(new CancelJob.Command(UserId.LOCAL, job.id()));

        Replayed replayed = replay("A1.1");

        assertThat(replayed.version()).isEmpty();
        assertThat(replayed.lastStep().job().status()).isEqualTo(JobStatus.CANCELED);
        assertThat(steps).containsExactly("1 of 2");
    }

    /** What earlier programs made, which took over nothing from the parent. */
    private VersionId recorded(Work.RefineVersion work) {
        Version base = workshop.show(work.base().toString()).version();
        Instant now = workshop.clock.instant();
        ProviderChoice provider = new ProviderChoice(ScriptedProvider.NAME, null);
        Job job = Job.submit(Fixtures.aJobId(), UserId.LOCAL, base.concept(), work, provider, now);
        Version made = new Version(
                Fixtures.aVersionId(),
                base.concept(),
                base.image(),
                List.of(base.id()),
                new Origin.Refined(job.id()),
                now);
        return workshop.records.write(writer -> {
            writer.add(made);
            writer.add(job.start(now).complete(List.of(made.id()), Fixtures.aReport(), now));
            return made.id();
        });
    }

    private Job generateTwoInTwoPalettes() {

        workshop.provider.generates(workshop.png(filled(GREY)), workshop.png(filled(RED)));
        Job job = workshop.useCases
                .generateConcept()
                .handle(new GenerateConcept.Command(
                        UserId.LOCAL,
                        new Instruction("a fox asleep"),
                        Brief.EMPTY,
                        new ImageSize(16, 12),
                        2,
                        1,
                        null,
                        ProviderChoice.ANY,
                        Priority.NORMAL))
                .job()
                .orElseThrow();
        return workshop.watch(job);
    }

    private static List<EncodedImage> refuse(ImageEditor.Request request, CallContext context) {
        throw new ProviderFailure.Refused("Not that");
    }

    private Replayed replay(String version) {
        return replay(version, null);
    }

    private Replayed replay(String version, @Nullable Long seed) {
        ReplayVersion.Listener listener = new ReplayVersion.Listener() {
            @Override
            public void begins(Job job, int number, int total) {
                steps.add("%d of %d".formatted(number, total));
                whenStepBegins.accept(job);
            }

            @Override
            public void happens(JobEvent event) {}
        };
        return workshop.useCases
                .replayVersion()
                .handle(new ReplayVersion.Command(
                        UserId.LOCAL, new VersionReference(version), ProviderChoice.ANY, seed, listener));
    }

    private VersionId id(String label) {
        return workshop.show(label).version().id();
    }

    private ShowVersion.Details details(Replayed replayed) {
        return workshop.show(replayed.version().orElseThrow().toString());
    }

    private String label(Replayed replayed) {
        return details(replayed).label();
    }
}
