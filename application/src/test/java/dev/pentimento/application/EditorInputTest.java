package dev.pentimento.application;

import static dev.pentimento.application.GeometryBench.ANY;
import static dev.pentimento.application.GeometryBench.CIRCLE;
import static dev.pentimento.application.GeometryBench.SIZE;
import static dev.pentimento.application.GeometryBench.STEPS;
import static dev.pentimento.application.GeometryBench.everywhere;
import static dev.pentimento.application.GeometryBench.landscape;
import static dev.pentimento.application.GeometryBench.treatments;
import static dev.pentimento.application.GeometryBench.with;
import static dev.pentimento.application.GeometryBench.within;
import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an editor is given to work on and is told in words, and what is told of that. */
@Timeout(120)
class EditorInputTest {
    private final GeometryBench bench = new GeometryBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void editorGetsAPngOfASizeItTakes() throws InterruptedException {
        bench.vendor(STEPS, MaskForm.TRANSPARENT_IS_EDIT, Answering.AS_ASKED);

        bench.workshop.refine(bench.upload(landscape(SIZE)), within(CIRCLE));

        ImageEditor.Request request = bench.workshop.provider.edits.take();
        assertThat(request.size()).hasToString("256x176");
        assertThat(request.base().mediaType()).isEqualTo(MediaType.PNG);
        assertThat(bench.decoded(request.base()).size()).isEqualTo(request.size());
        assertThat(bench.decoded(request.base()).argb(3, 0))
                .isEqualTo(landscape(SIZE).argb(0, 0));
        assertThat(request.mask())
                .isNotNull()
                .satisfies(mask -> assertThat(mask.size()).isEqualTo(request.size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = MaskForm.class,
            names = {"TRANSPARENT_IS_EDIT", "WHITE_IS_EDIT"})
    void maskFileSaysWhereTheCanvasMayChangeAndPaddingMayNot(MaskForm form) throws InterruptedException {
        bench.vendor(STEPS, form, Answering.AS_ASKED);
        MaskShape left = new MaskShape.Rectangle(0, 0, 0.5, 1);

        bench.workshop.refine(bench.upload(landscape(SIZE)), within(left));

        EncodedImage file = bench.workshop.provider.edits.take().maskFile();
        int free = form == MaskForm.TRANSPARENT_IS_EDIT ? 0 : 0xffffffff;
        assertThat(file)
                .isNotNull()
                .satisfies(mask -> assertThat(bench.decoded(mask))
                        .isEqualTo(Raster.generate(
                                new ImageSize(256, 176),
                                (x, y) -> x >= 3 && x < 3 + 125 && y < 175 ? free : 0xff000000)));
    }

    @Test
    void editorWithoutMasksGetsTheDetailAndIsToldSo() throws InterruptedException {
        bench.vendor(ANY, MaskForm.NONE, Answering.AS_ASKED);
        MaskShape small = new MaskShape.Rectangle(0.5, 0.5, 0.1, 0.1);

        Job job = bench.workshop.refine(bench.upload(landscape(SIZE)), within(small));

        ImageEditor.Request request = bench.workshop.provider.edits.take();
        assertThat(request.mask()).isNull();
        assertThat(request.maskFile()).isNull();
        assertThat(request.size()).hasToString("89x82");
        assertThat(bench.decoded(request.base()).argb(0, 0))
                .isEqualTo(landscape(SIZE).argb(93, 55));
        assertThat(request.prompt(5000)).contains("a detail of a larger one");
        assertThat(treatments(job)).containsEntry(Wish.MASK, Means.EMULATED).containsEntry(Wish.SIZE, Means.EMULATED);
    }

    @Test
    void whatIsDoneForTheEditorIsToldAndWrittenDown() throws InterruptedException {
        bench.vendor(ANY, MaskForm.NONE, Answering.AS_ASKED);
        bench.workshop.provider.obeysNoStrength();
        bench.workshop.provider.obeysNoSeeds();
        bench.workshop.provider.makesAtMost(1);
        Knobs knobs = new Knobs(new Strength(0.3), Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 2, 7L, false);

        Job job = bench.workshop.refine(with(knobs, bench.upload(landscape(SIZE)), within(CIRCLE)));

        assertThat(treatments(job))
                .isEqualTo(Map.of(
                        Wish.TYPE, Means.NATIVE,
                        Wish.MASK, Means.EMULATED,
                        Wish.STRENGTH, Means.EMULATED,
                        Wish.SEED, Means.LEFT_OUT,
                        Wish.CANDIDATES, Means.EMULATED,
                        Wish.SIZE, Means.EMULATED));
        assertThat(bench.messages(job))
                .contains("scripted is told in words how far to go", "scripted is called 2 times")
                .contains("scripted works on 134x133 px, on which the detail 134x133 at 33,21 lies as it is");
        assertThat(bench.workshop.provider.edits.take().prompt(5000)).contains("Change it gently");
    }

    @Test
    void editorThatDoesAllByItselfGetsTheFileAsItIs() throws InterruptedException {
        Job job = bench.workshop.refine(bench.upload(landscape(SIZE)), everywhere());

        ImageEditor.Request request = bench.workshop.provider.edits.take();
        assertThat(request.base()).isEqualTo(bench.workshop.png(landscape(SIZE)));
        assertThat(request.inWords()).isEmpty();
        assertThat(treatments(job)).isEqualTo(Map.of(Wish.TYPE, Means.NATIVE, Wish.SIZE, Means.NATIVE));
    }

    @Test
    void strengthThatKeepsEverythingIsRefusedBeforeItIsPaid() {
        bench.workshop.provider.obeysNoStrength();
        Knobs none = new Knobs(new Strength(0), Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 1, null);
        RefineImage.Command command = with(none, bench.upload(landscape(SIZE)), everywhere());

        assertThatThrownBy(() -> bench.workshop.refine(command)).hasMessageContaining("strength 0");
        assertThat(bench.workshop.provider.edits).isEmpty();
    }

    @Test
    void referencesThatAreNoPngBecomeOne() throws InterruptedException {
        Job first = bench.workshop.refine(bench.upload(landscape(SIZE)), everywhere());
        EncodedImage jpeg = bench.workshop.codec.encode(landscape(SIZE), MediaType.JPEG);
        Version version = new Version(
                new VersionId(new UUID(77, 77)),
                first.concept(),
                Image.of(jpeg, SIZE),
                List.of(),
                new Origin.Imported("a.jpg", Image.of(jpeg, SIZE)),
                bench.workshop.clock.instant());
        bench.workshop.vault.store(jpeg);
        bench.workshop.records.write(records -> {
            records.add(version);
            return version;
        });
        bench.workshop.provider.edits.clear();

        bench.workshop.refine(TestWorkshop.command(
                stored("A"),
                List.of(stored(version.id().toString())),
                new Refinement.SubjectRepair(new Instruction("use this one"), null)));

        EncodedImage reference =
                bench.workshop.provider.edits.take().references().get(0);
        assertThat(reference.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(bench.decoded(reference)).isEqualTo(bench.decoded(jpeg));
    }
}
