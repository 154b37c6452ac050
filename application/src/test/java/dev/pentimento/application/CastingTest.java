package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static dev.pentimento.application.TestWorkshop.promptWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.ModelFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CastingTest {
    private static final Refinement MASKED = promptWithin(new MaskShape.Rectangle(0, 0, 0.5, 0.5));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final Troupe troupe = new Troupe("first", "second", "third");
    private final TestWorkshop workshop = new TestWorkshop(Policies::withoutWorkers, troupe);

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void firstOfThoseWhoDoItByThemselvesIsChosen() {
        assertThat(chosen(MASKED)).isEqualTo("first");
    }

    @Test
    void whoDoesItByItselfComesBeforeWhoNeedsHelp() {
        troupe.member("first").looksAtNoMasks();

        assertThat(chosen(MASKED)).isEqualTo("second");
        assertThat(chosen(prompt())).as("nothing needs help").isEqualTo("first");
    }

    @Test
    void firstOfThoseWhoNeedHelpIsChosenWhereAllDo() {
        troupe.member("first").knowsOnly(RefinementKind.TEXT);
        troupe.member("second").looksAtNoMasks();
        troupe.member("third").looksAtNoMasks();

        assertThat(chosen(MASKED)).isEqualTo("second");
    }

    @Test
    void nobodyIsBuiltWhoComesAfterTheChosenOne() {
        troupe.member("first").looksAtNoMasks();

        submit(MASKED, ProviderChoice.ANY);

        assertThat(troupe.built()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void namedProviderIsTakenAlsoIfItNeedsHelp() {
        troupe.member("second").looksAtNoMasks();

        RefineImage.Accepted accepted = submit(MASKED, new ProviderChoice("second", null));

        assertThat(accepted.accepted().provider().name()).isEqualTo("second");
        assertThat(accepted.treatments()).anySatisfy(treatment -> {
            assertThat(treatment.wish()).isEqualTo(Wish.MASK);
            assertThat(treatment.means()).isEqualTo(Means.EMULATED);
        });
    }

    @Test
    void knobWithoutEffectIsTold() {
        List.of("first", "second", "third").forEach(name -> troupe.member(name).obeysNoSeeds());

        RefineImage.Accepted accepted = submit(prompt(), ProviderChoice.ANY);

        assertThat(accepted.treatments())
                .filteredOn(treatment -> treatment.means() == Means.LEFT_OUT)
                .singleElement()
                .satisfies(treatment -> assertThat(treatment.how()).contains("seed"));
    }

    @Test
    void whatNobodyCanDoIsRefusedWithTheReasonForEachAndNothingIsKept() {
        troupe.member("first").knowsOnly(RefinementKind.TEXT);
        troupe.member("second").knowsOnly(RefinementKind.PROMPT);
        troupe.member("third").cannot(new ProviderFailure.InvalidRequest("has no model at all"));
        Refinement subject = new Refinement.SubjectRepair(new Instruction("this dog"), null);

        assertThatThrownBy(() -> workshop.submit(new RefineImage.Command(
                        UserId.LOCAL,
                        workshop.upload(GREY),
                        List.of(workshop.upload(GREY)),
                        subject,
                        List.of(),
                        Knobs.DEFAULT,
                        Brief.EMPTY,
                        ProviderChoice.ANY,
                        null,
                        Priority.NORMAL)))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessage("No configured provider can edit images: first: does no subject repair; "
                        + "second: does no subject repair; third: has no model at all");
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void providerThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> submit(prompt(), new ProviderChoice("fourth", null)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("fourth");
    }

    @Test
    void retiredModelIsRefusedBeforeAnyCallAndNamesItsSuccessor() {
        troupe.knows("first", model("old", TODAY, "new"));

        assertThatThrownBy(() -> submit(prompt(), new ProviderChoice("first", "old")))
                .isInstanceOf(ProviderFailure.ModelRetired.class)
                .hasMessage("Model 'old' was shut down on 2026-11-20; use 'new'");
        assertThat(workshop.concepts()).isEmpty();
    }

    @Test
    void modelIsUsedUntilTheDayItIsShutDown() {
        troupe.knows("first", model("old", TODAY.plusDays(1), "new"));

        assertThat(submit(prompt(), new ProviderChoice("first", "old")).job()).isPresent();
    }

    @Test
    void whoseModelIsRetiredIsPassedOver() {
        troupe.member("first").cannot(new ProviderFailure.ModelRetired("Model 'x' was shut down; use 'y'"));

        assertThat(chosen(prompt())).isEqualTo("second");
    }

    private static ModelFacts model(String id, LocalDate shutdown, @Nullable String successor) {
        return new ModelFacts(id, PriceList.UNKNOWN, Map.of(), shutdown, successor, "a page", TODAY);
    }

    @Test
    void whoHasNoModelOfThatNameMakesNoOriginalsByIt() {
        troupe.member("first").cannot(new ProviderFailure.InvalidRequest("has no model 'one'"));

        RefineImage.Submission submission = workshop.useCases
                .generateConcept()
                .handle(new GenerateConcept.Command(
                        UserId.LOCAL,
                        new Instruction("a fox"),
                        Brief.EMPTY,
                        TestWorkshop.SIZE,
                        1,
                        0,
                        null,
                        new ProviderChoice(null, "one"),
                        Priority.NORMAL));

        assertThat(((RefineImage.Accepted) submission).accepted().provider().name())
                .isEqualTo("second");
    }

    private @Nullable String chosen(Refinement refinement) {
        Job job = submit(refinement, ProviderChoice.ANY).accepted();
        return job.provider().name();
    }

    private RefineImage.Accepted submit(Refinement refinement, ProviderChoice provider) {
        RefineImage.Command any = RefineImage.Command.of(workshop.upload(GREY), refinement);
        Knobs seeded = new Knobs(Knobs.DEFAULT.strength(), Knobs.DEFAULT.creativity(), Set.of(), 1, 7L);
        return (RefineImage.Accepted) workshop.useCases
                .refineImage()
                .handle(new RefineImage.Command(
                        any.owner(),
                        any.base(),
                        any.references(),
                        refinement,
                        any.maskPictures(),
                        seeded,
                        any.brief(),
                        provider,
                        any.concept(),
                        any.priority()));
    }
}
