package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.SIZE;
import static dev.pentimento.application.TestWorkshop.filled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.ListConcepts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GenerateConceptTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @BeforeEach
    void script() {
        workshop.provider.generates(workshop.png(filled(GREY)), workshop.png(filled(RED)));
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void everyVariantBecomesAnOriginal() {
        Job job = generate(2, 0);

        assertThat(labels(job)).containsExactly("A", "B");
        assertThat(workshop.pixelsOf(workshop.show("B"))).isEqualTo(filled(RED));
        assertThat(workshop.show("A").version().origin()).isEqualTo(new Origin.Generated(job.id()));
    }

    /** So that each is recorded, and paid, by itself. */
    @Test
    void variantsAreAskedForInAsManyCallsAsTheProviderNeeds() {
        workshop.provider.makesAtMost(1);

        Job job = generate(2, 0);

        assertThat(labels(job)).containsExactly("A", "B");
        assertThat(workshop.provider.generated)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.variants()).isOne());
        List<ProviderCall> calls = workshop.records.read(reader -> reader.calls(job.id()));
        assertThat(calls).hasSize(2);
    }

    @Test
    void originalThatCouldNotBeReadAgainIsNotAskedFor() {
        GenerateConcept.Command command = command(1, 0, new ImageSize(30_000, 30_000));

        assertThatThrownBy(() -> workshop.useCases.generateConcept().handle(command))
                .isInstanceOf(ProviderFailure.InvalidRequest.class)
                .hasMessageContaining("30000x30000");
        assertThatThrownBy(() -> workshop.useCases.planGeneration().handle(command))
                .isInstanceOf(ProviderFailure.InvalidRequest.class);
        assertThat(workshop.provider.generated).isEmpty();
    }

    @Test
    void conceptKeepsTheBrief() {
        generate(1, 0);

        assertThat(workshop.show("A").concept().brief()).isEqualTo(new Brief("a fox", "a fox's head", "autumn"));
    }

    @Test
    void conceptOfAFailedGenerationIsNotListed() {
        workshop.provider.generates(EncodedImage.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}));

        Job job = generate(1, 0);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(workshop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .isEmpty();
    }

    @Test
    void palettesAreChildrenOfTheOriginalTheyShow() {
        Job job = generate(2, 2);

        assertThat(labels(job)).containsExactly("A", "B", "A1", "A2", "B1", "B2");
        assertThat(workshop.show("A2").version().origin())
                .isInstanceOfSatisfying(
                        Origin.Recolored.class,
                        recolored -> assertThat(recolored.palette().name()).isEqualTo("autumn 1"));
    }

    @Test
    void palettesThatCostMoneyAreInTheLedger() {
        Job job = generate(1, 2);

        List<ProviderCall> calls = workshop.records.read(reader -> reader.calls(job.id()));
        assertThat(calls).extracting(ProviderCall::part).containsExactly(0, 1000);
        assertThat(job.completed().orElseThrow().report().cost()).isEqualTo(Cost.reported(2 * 1234));
    }

    @Test
    void originalsAreKeptWhereNoPalettesCome() {
        workshop.provider.proposesNothing(new ProviderFailure.Unintelligible("No colours", null));

        Job job = generate(1, 2);

        assertThat(labels(job)).containsExactly("A");
        List<ProviderCall> calls = workshop.records.read(reader -> reader.calls(job.id()));
        assertThat(calls).extracting(ProviderCall::status).contains(CallStatus.FAILED);
    }

    private Job generate(int variants, int palettes) {
        Job job = workshop.useCases
                .generateConcept()
                .handle(command(variants, palettes, SIZE))
                .job()
                .orElseThrow();
        return workshop.watch(job);
    }

    private static GenerateConcept.Command command(int variants, int palettes, ImageSize size) {
        return new GenerateConcept.Command(
                UserId.LOCAL,
                new Instruction("a fox"),
                new Brief("", "a fox's head", "autumn"),
                size,
                variants,
                palettes,
                null,
                ProviderChoice.ANY,
                Priority.NORMAL);
    }

    private List<String> labels(Job job) {
        Lineage lineage = workshop.resultOf(job).lineage();
        return job.completed().orElseThrow().versions().stream()
                .map(lineage::label)
                .toList();
    }
}
