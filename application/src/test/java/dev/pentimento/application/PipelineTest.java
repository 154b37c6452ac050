package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.command;
import static dev.pentimento.application.TestWorkshop.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobEvent.Kind;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Refinement.SubjectRepair;
import dev.pentimento.domain.refinement.Refinement.TextRepair;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.ImageEditor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PipelineTest {
    private static final Set<Kind> OF_STAGES = EnumSet.of(Kind.STARTED, Kind.COMPLETED, Kind.SKIPPED, Kind.FAILED);
    private static final Instruction FIX = new Instruction("fix it");

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(prompt(), "prompt_refine"),
                Arguments.of(new SubjectRepair(FIX, null), "subject_repair"),
                Arguments.of(new TextRepair(FIX, null), "text_repair"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theConditionalStageIsThatOfTheRefinementsKind(Refinement refinement, String stage) {
        Job job = workshop.refine(command(workshop.upload(GREY), List.of(workshop.upload(GREY)), refinement));

        assertThat(told(job))
                .containsExactly(
                        "load_base_image STARTED",
                        "load_base_image COMPLETED",
                        stage + " STARTED",
                        stage + " COMPLETED",
                        "composite_mask STARTED",
                        "composite_mask COMPLETED",
                        "save_outputs STARTED",
                        "save_outputs COMPLETED");
    }

    @Test
    void aFailingStageStopsThePipeline() {
        workshop.provider.edits((request, context) -> {
            throw new ProviderFailure.Refused("Against the policy");
        });

        Job job = workshop.refine(workshop.upload(GREY), prompt());

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(told(job))
                .containsExactly(
                        "load_base_image STARTED",
                        "load_base_image COMPLETED",
                        "prompt_refine STARTED",
                        "prompt_refine FAILED");
    }

    @Test
    void aStageWithNothingToDoIsSkipped() {
        workshop.provider.generates(workshop.png(TestWorkshop.filled(GREY)));
        GenerateConcept.Command command = new GenerateConcept.Command(
                UserId.LOCAL,
                new Instruction("a fox"),
                Brief.EMPTY,
                new ImageSize(16, 12),
                1,
                0,
                null,
                ProviderChoice.ANY,
                Priority.NORMAL);

        Job job = workshop.useCases.generateConcept().handle(command).job().orElseThrow();
        workshop.watch(job);

        assertThat(told(job))
                .containsExactly(
                        "generate_images STARTED",
                        "generate_images COMPLETED",
                        "apply_palettes STARTED",
                        "apply_palettes SKIPPED",
                        "save_outputs STARTED",
                        "save_outputs COMPLETED");
    }

    @Test
    void providersGetTheInstructionAsTypedAndAPromptWithWhatIsKnown() throws InterruptedException {
        workshop.refine(about(new Brief("", "", "", new ArtDirection(List.of("flat"), "", "", "a fox"))));
        ImageEditor.Request first = workshop.provider.edits.take();
        workshop.refine(command(TestWorkshop.stored("A1"), List.of(), prompt()));
        ImageEditor.Request again = workshop.provider.edits.take();

        assertThat(first.instruction()).hasToString("make it red");
        assertThat(first.prompt(1000)).startsWith("make it red\n").endsWith("\nMain subject: a fox\nStyle: flat");
        assertThat(again.prompt(1000)).as("the second does not grow").isEqualTo(first.prompt(1000));
    }

    @Test
    void otherWordsAboutAnImageKeepTheArtDirectionOfItsConcept() throws InterruptedException {
        ArtDirection direction = new ArtDirection(List.of(), "hikers", "", "");
        workshop.refine(about(new Brief("", "", "spring", direction)));
        workshop.provider.edits.take();

        workshop.refine(about(new Brief("", "", "autumn"), TestWorkshop.stored("A")));

        assertThat(workshop.provider.edits.take().brief()).isEqualTo(new Brief("", "", "autumn", direction));
    }

    @Test
    void whatIsNotSaidAboutAnImageIsAsWhenItWasMade() throws InterruptedException {
        workshop.refine(about(new Brief("", "a fox", "spring")));
        workshop.provider.edits.take();
        Brief autumn = new Brief("", "a fox", "autumn");

        workshop.refine(about(new Brief("", "", "autumn"), TestWorkshop.stored("A1")));
        workshop.refine(about(Brief.EMPTY, TestWorkshop.stored("A1.1")));
        workshop.refine(about(new Brief("", "an owl", ""), TestWorkshop.stored("A1.1")));

        assertThat(workshop.provider.edits.take().brief())
                .as("said, and of the image")
                .isEqualTo(autumn);
        assertThat(workshop.provider.edits.take().brief())
                .as("all of the image")
                .isEqualTo(autumn);
        assertThat(workshop.provider.edits.take().brief()).isEqualTo(new Brief("", "an owl", "autumn"));
    }

    private RefineImage.Command about(Brief brief) {
        return about(brief, workshop.upload(GREY));
    }

    private static RefineImage.Command about(Brief brief, RefineImage.Picture base) {
        return new RefineImage.Command(
                UserId.LOCAL,
                base,
                List.of(),
                prompt(),
                List.of(),
                Knobs.DEFAULT,
                brief,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);
    }

    private List<String> told(Job job) {
        List<JobEvent> events = new ArrayList<>();
        workshop.useCases.watchJob().handle(WatchJob.Query.of(job.id(), events::add));
        return events.stream()
                .filter(event ->
                        OF_STAGES.contains(event.kind()) && !event.stage().isEmpty())
                .map(event -> event.stage() + " " + event.kind())
                .toList();
    }
}
