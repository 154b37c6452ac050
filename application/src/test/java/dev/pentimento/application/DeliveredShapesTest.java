package dev.pentimento.application;

import static dev.pentimento.application.GeometryBench.ANY;
import static dev.pentimento.application.GeometryBench.CIRCLE;
import static dev.pentimento.application.GeometryBench.SIZE;
import static dev.pentimento.application.GeometryBench.SMALL;
import static dev.pentimento.application.GeometryBench.landscape;
import static dev.pentimento.application.GeometryBench.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes back in another shape, or cannot be made out. */
@Timeout(120)
class DeliveredShapesTest {
    private final GeometryBench bench = new GeometryBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void answerInWhichNothingCanBeMadeOutIsPaidAndRefused(MaskForm form) {
        bench.vendor(ANY, form, Answering.AS_ASKED);
        bench.workshop.provider.costs(Cost.estimated(1000));
        bench.workshop.provider.edits(
                (request, context) -> List.of(bench.workshop.png(landscape(new ImageSize(3, 3)))));

        Job job = bench.workshop.refine(bench.upload(landscape(SIZE)), within(CIRCLE));

        JobState.Failed failed = job.failed().orElseThrow();
        assertThat(failed.code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
        assertThat(failed.message()).contains("scripted delivered 3x3 px");
        List<ProviderCall> calls = bench.workshop.records.read(records -> records.calls(job.id()));
        assertThat(calls).allSatisfy(call -> assertThat(call.cost().microUsd()).hasValue(1234));
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void storedAnswerIsUnderstoodByWhoeverTakesTheJobUp(MaskForm form) {
        bench.vendor(SMALL, form, Answering.AS_JPEG);
        bench.workshop.provider.costs(Cost.estimated(1000));
        Raster undisturbed = bench.pixels(bench.workshop.refine(bench.upload(landscape(SIZE)), within(CIRCLE)));
        bench.workshop.provider.edits.clear();
        bench.workshop.fragile.refuse(
                12,
                (method, written) ->
                        method.equals("replace") && written instanceof Job job && job.status() == JobStatus.COMPLETED);
        Job job = bench.workshop.submit(RefineImage.Command.of(bench.upload(landscape(SIZE)), within(CIRCLE)));
        Patience.await(() -> bench.workshop.fragile.refusalsLeft() == 0);
        bench.workshop.clock.ticks(Duration.ofMillis(300));

        Job done = bench.workshop.watch(job);

        assertThat(done.attempt()).isEqualTo(2);
        assertThat(bench.workshop.provider.edits).hasSize(1);
        assertThat(bench.pixels(done)).isEqualTo(undisturbed);
    }

    @ParameterizedTest
    @EnumSource(Answering.class)
    void originalsHaveTheSizeThatWasAskedFor(Answering answer) {
        bench.workshop.provider.generates(answer.of(landscape(new ImageSize(320, 240)), bench.workshop.codec));

        Raster original = bench.pixels(bench.generate());

        assertThat(original.size()).isEqualTo(SIZE);
    }

    @Test
    void originalOfAnotherShapeIsCutAndNotSqueezed() {
        Raster bars = Raster.generate(
                new ImageSize(750, 175), (x, y) -> x < 250 ? 0xffff0000 : x < 500 ? 0xff00ff00 : 0xff0000ff);
        bench.workshop.provider.generates(bench.workshop.png(bars));

        Job job = bench.generate();

        assertThat(bench.pixels(job)).isEqualTo(Raster.generate(SIZE, (x, y) -> 0xff00ff00));
        assertThat(bench.messages(job)).contains("An image came at 750x175 px and is made 250x175 px");
    }

    @Test
    void originalThatCannotBeReadIsPaidAndNotTakenForAResultAgain() {
        byte[] truncated = Arrays.copyOf(bench.workshop.png(landscape(SIZE)).bytes(), 60);
        bench.workshop.provider.generates(EncodedImage.of(truncated));

        Job job = bench.generate();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
    }
}
