package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static dev.pentimento.application.TestWorkshop.promptWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.PlanRefinement.Other;
import dev.pentimento.ports.in.PlanRefinement.Plan;
import dev.pentimento.ports.in.PlanRefinement.Price;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.ModelFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlanTest {
    private static final Refinement MASKED = promptWithin(new MaskShape.Rectangle(0, 0, 0.5, 0.5));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final Troupe troupe = new Troupe("first", "second", "third");
    private final TestWorkshop workshop = new TestWorkshop(policies -> policies, troupe);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void tellsWhoWouldBeAskedWhatForHowMuch() {
        troupe.knows("first", model("model-7", null));

        Plan plan = plan(prompt(), 1, new ProviderChoice("first", "model-7"));

        assertThat(plan.provider()).isEqualTo("first");
        assertThat(plan.model()).isEqualTo("model-7");
        assertThat(plan.prompt()).startsWith("make it red");
        assertThat(plan.calls()).isEqualTo(1);
        assertThat(plan.estimate()).isEqualTo(Cost.estimated(1000));
        assertThat(plan.price()).isEqualTo(new Price("https://prices", TODAY));
        assertThat(plan.treatments()).extracting(Treatment::means).containsOnly(Means.NATIVE);
    }

    @Test
    void nothingIsKeptAndNobodyIsCalled() {
        ImageFile file = workshop.file("picture.png", GREY);

        workshop.useCases.planRefinement().handle(RefineImage.Command.of(new RefineImage.Uploaded(file), MASKED));

        assertThat(workshop.concepts()).isEmpty();
        assertThat(workshop.vault.contains(file.digest())).isFalse();
        assertThat(troupe.first().edits).isEmpty();
        assertThat(workshop.records.<Boolean>read(records -> records.tickets().isEmpty()))
                .isTrue();
    }

    @Test
    void paintedMaskIsLookedAtAndNotKept() {
        ImageFile mask = workshop.file("mask.png", 0xffffffff);
        RefineImage.Command command = painted(mask);

        Plan plan = workshop.useCases.planRefinement().handle(command);

        assertThat(plan.treatments()).extracting(Treatment::wish).contains(Wish.MASK);
        assertThat(workshop.vault.contains(mask.digest())).isFalse();
    }

    @Test
    void helpIsTold() {
        troupe.names().forEach(name -> {
            troupe.member(name).looksAtNoMasks();
            troupe.member(name).makesAtMost(2);
        });

        Plan plan = plan(MASKED, 5, ProviderChoice.ANY);

        assertThat(plan.calls()).isEqualTo(3);
        assertThat(plan.estimate()).isEqualTo(Cost.estimated(3000));
        assertThat(plan.treatments())
                .filteredOn(treatment -> treatment.means() == Means.EMULATED)
                .extracting(Treatment::wish)
                .contains(Wish.MASK, Wish.CANDIDATES);
    }

    @Test
    void planIsWhatIsDone() {
        troupe.names().forEach(name -> troupe.member(name).makesAtMost(2));
        RefineImage.Command command = command(MASKED, 5, ProviderChoice.ANY);

        Plan plan = workshop.useCases.planRefinement().handle(command);
        Job job = workshop.refine(command);

        List<ProviderCall> calls = workshop.records.read(records -> records.calls(job.id()));
        assertThat(calls).hasSize(plan.calls());
        assertThat(new CallHistory(calls).estimate()).isEqualTo(plan.estimate());
        assertThat(troupe.first().edits.element().prompt(Integer.MAX_VALUE)).isEqualTo(plan.prompt());
    }

    @Test
    void othersAreToldWhyNotThey() {
        troupe.member("first").knowsOnly(RefinementKind.TEXT);
        troupe.member("second").looksAtNoMasks();

        Plan plan = plan(MASKED, 1, ProviderChoice.ANY);

        assertThat(plan.provider()).isEqualTo("third");
        assertThat(plan.others())
                .containsExactly(
                        new Other("first", "does no prompt repair"),
                        new Other(
                                "second",
                                "could do it with help only: gets the detail that the mask lies in, which is put back within the mask"));
    }

    @Test
    void whoComesLaterOrWasNotAskedForIsToldThat() {
        assertThat(plan(prompt(), 1, ProviderChoice.ANY).others())
                .containsExactly(
                        new Other("second", "could do it, but comes after first"),
                        new Other("third", "could do it, but comes after first"));
        assertThat(plan(prompt(), 1, new ProviderChoice("third", null)).others())
                .contains(new Other("first", "could do it, but was not asked for"));
    }

    @Test
    void standInsAreToldWhereTheyAreConfigured() {
        TestWorkshop careful = new TestWorkshop(StandInsTest::withStandIns, troupe);

        Plan plan = careful.useCases.planRefinement().handle(command(prompt(), 1, ProviderChoice.ANY));

        assertThat(plan.standIns()).containsExactly("second", "third");
        careful.close();
    }

    @Test
    void whatNobodyCanDoIsRefusedWithTheReasonForEach() {
        troupe.names().forEach(name -> troupe.member(name).knowsOnly(RefinementKind.TEXT));

        assertThatThrownBy(() -> plan(prompt(), 1, ProviderChoice.ANY))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("first: does no prompt repair; second: ");
    }

    @Test
    void whatWouldBeRejectedIsRefused() {
        Refinement nowhere = promptWithin(new MaskShape.Rectangle(0.99, 0.99, 0.001, 0.001));

        assertThatThrownBy(() -> plan(nowhere, 1, ProviderChoice.ANY))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("The mask selects no pixel");
    }

    @Test
    void retiredModelIsRefused() {
        troupe.knows("first", model("model-7", TODAY));

        assertThatThrownBy(() -> plan(prompt(), 1, new ProviderChoice("first", "model-7")))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining("use 'model-8'");
    }

    @Test
    void versionCanBePlannedFor() {
        workshop.refine(command(prompt(), 1, ProviderChoice.ANY));

        Plan plan =
                workshop.useCases.planRefinement().handle(RefineImage.Command.of(TestWorkshop.stored("A1"), MASKED));

        assertThat(plan.provider()).isEqualTo("first");
    }

    @Test
    void generationIsPlannedLikewise() {
        troupe.knows("first", model("model-7", null));

        Plan plan = workshop.useCases
                .planGeneration()
                .handle(new GenerateConcept.Command(
                        UserId.LOCAL,
                        new Instruction("a lighthouse"),
                        Brief.EMPTY,
                        new ImageSize(64, 64),
                        2,
                        0,
                        null,
                        new ProviderChoice(null, "model-7"),
                        Priority.NORMAL));

        assertThat(plan.provider()).isEqualTo("first");
        assertThat(plan.prompt()).contains("a lighthouse");
        assertThat(plan.estimate()).isEqualTo(Cost.estimated(1000));
        assertThat(plan.price()).isEqualTo(new Price("https://prices", TODAY));
        assertThat(plan.others()).hasSize(2);
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void modelIsThatOfWhoIsKnownToHaveIt() {
        troupe.knows("second", model("model-9", null));

        assertThat(plan(prompt(), 1, new ProviderChoice(null, "model-9")).provider())
                .isEqualTo("second");
    }

    @Test
    void modelThatNobodyIsKnownToHaveIsAskedOfTheFirst() {
        troupe.knows("second", model("model-9", null));

        assertThat(plan(prompt(), 1, new ProviderChoice(null, "model-10")).provider())
                .isEqualTo("first");
    }

    @Test
    void retiredModelIsToldByWhoHadIt() {
        troupe.knows("second", model("model-7", TODAY));

        assertThatThrownBy(() -> plan(prompt(), 1, new ProviderChoice(null, "model-7")))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessageContaining("use 'model-8'");
    }

    private static ModelFacts model(String id, @Nullable LocalDate shutdown) {
        return new ModelFacts(
                id,
                new PriceList(Map.of(PriceUnit.IMAGE, 1000L)),
                Map.of(),
                shutdown,
                "model-8",
                "https://prices",
                TODAY);
    }

    private Plan plan(Refinement refinement, int candidates, ProviderChoice provider) {
        return workshop.useCases.planRefinement().handle(command(refinement, candidates, provider));
    }

    private RefineImage.Command command(Refinement refinement, int candidates, ProviderChoice provider) {
        RefineImage.Command any = RefineImage.Command.of(workshop.upload(GREY), refinement);
        return command(any, any.maskPictures(), Knobs.DEFAULT.withCandidates(candidates), provider);
    }

    private RefineImage.Command painted(ImageFile mask) {
        ImageDigest digest = mask.digest();
        RefineImage.Command any =
                RefineImage.Command.of(workshop.upload(GREY), promptWithin(new MaskShape.Painted(digest)));
        return command(any, List.of(mask), any.knobs(), any.provider());
    }

    private static RefineImage.Command command(
            RefineImage.Command any, List<ImageFile> masks, Knobs knobs, ProviderChoice provider) {
        return new RefineImage.Command(
                any.owner(),
                any.base(),
                any.references(),
                any.refinement(),
                masks,
                knobs,
                any.brief(),
                provider,
                any.concept(),
                any.priority());
    }
}
