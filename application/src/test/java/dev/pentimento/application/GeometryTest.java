package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Mask;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.in.GenerateConcept;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.testkit.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an editor works on and answers with: masks are exact, and shapes are kept. */
@Timeout(120)
class GeometryTest {
    private static final ImageSize SIZE = new ImageSize(250, 175);
    private static final MaskShape CIRCLE = new MaskShape.Circle(new Point(0.4, 0.5), 0.2);
    private static final Canvas ANY = new Canvas.Any();
    private static final Canvas STEPS = new Canvas.Grid(16, 64, 1024, 1, 1024 * 1024, 3);
    private static final Canvas LARGE = new Canvas.Grid(16, 16, 1920, 163_840, 2_073_600, 3);
    private static final Canvas SMALL = new Canvas.Listed(List.of(new ImageSize(128, 128), new ImageSize(192, 128)));
    private static final List<Named> CANVASES = List.of(
            new Named("any size", ANY),
            new Named("steps", STEPS),
            new Named("large", LARGE),
            new Named("small", SMALL));
    private static final List<Answering> ANSWERS = List.of(Answering.values());

    private final TestWorkshop workshop = new TestWorkshop();
    private volatile Answering answering = Answering.AS_ASKED;

    private record Named(String name, Canvas canvas) {
        @Override
        public String toString() {
            return name;
        }
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    static Stream<Arguments> masked() {
        return CANVASES.stream()
                .flatMap(canvas -> Arrays.stream(MaskForm.values())
                        .flatMap(form -> Arrays.stream(Answering.values())
                                .map(answering -> Arguments.of(canvas, form, answering))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("masked")
    void outsideTheMaskEveryPixelIsTheParents(Named canvas, MaskForm form, Answering answer) {
        vendor(canvas.canvas(), form, answer);

        Job job = workshop.refine(upload(landscape(SIZE)), within(CIRCLE));

        Raster result = pixels(job);
        assertThat(result.size()).isEqualTo(SIZE);
        assertThat(differenceOutside(landscape(SIZE), result, CIRCLE)).isZero();
        assertThat(checkOf(job).maxDifferenceOutside()).isZero();
        assertThat(checkOf(job).changedInsidePercent()).isGreaterThan(95);
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void maskedChainKeepsSizeAndSurroundingsAtEveryStep(MaskForm form) {
        Raster parent = landscape(SIZE);
        RefineImage.Picture base = upload(parent);
        List<Canvas> canvases = List.of(STEPS, SMALL, LARGE, ANY);
        for (int step = 0; step < 12; step++) {
            MaskShape shape = new MaskShape.Rectangle(step / 16.0, step / 20.0, 0.3, 0.25);
            vendor(canvases.get(step % 4), form, ANSWERS.get(step % ANSWERS.size()));

            Job job = workshop.refine(base, within(shape));

            Raster child = pixels(job);
            assertThat(child.size()).isEqualTo(SIZE);
            assertThat(differenceOutside(parent, child, shape)).isZero();
            assertThat(checkOf(job).isExact()).isTrue();
            assertThat(child).isNotEqualTo(parent);
            parent = child;
            base = child(job);
        }
    }

    static Stream<Arguments> whole() {
        return CANVASES.stream()
                .flatMap(canvas -> Stream.of(new ImageSize(250, 175), new ImageSize(120, 700), new ImageSize(333, 332))
                        .map(size -> Arguments.of(canvas, size)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void chainOfWholePicturesKeepsItsShape(Named canvas, ImageSize size) {
        RefineImage.Picture base = upload(landscape(size));
        ImageSize parent = size;
        double rounding = 0;
        for (Answering answer : Answering.values()) {
            vendor(canvas.canvas(), MaskForm.NONE, answer);

            Job job = workshop.refine(base, everywhere());

            ImageSize child = pixels(job).size();
            assertThat(isSameShape(child, parent))
                    .as("%s after %s, %s", child, parent, answer)
                    .isTrue();
            parent = child;
            rounding += 1.0 / Math.min(child.width(), child.height());
            base = child(job);
        }
        assertThat((double) parent.width() / parent.height() / size.width() * size.height())
                .isBetween(1 - rounding, 1 + rounding);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void editorThatAnswersAsAskedSettlesOnASizeAtOnce(Named canvas, ImageSize size) {
        vendor(canvas.canvas(), MaskForm.NONE, Answering.AS_ASKED);
        Job first = workshop.refine(upload(landscape(size)), everywhere());
        ImageSize settled = pixels(first).size();
        RefineImage.Picture base = child(first);
        for (int step = 0; step < 3; step++) {
            Job next = workshop.refine(base, everywhere());
            assertThat(pixels(next).size()).isEqualTo(settled);
            base = child(next);
        }
        if (canvas.canvas().equals(ANY) || canvas.canvas().equals(STEPS)) {
            assertThat(settled).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void keptSizeIsExactlyTheParents(Named canvas, ImageSize size) {
        for (Answering answer : Answering.values()) {
            vendor(canvas.canvas(), MaskForm.NONE, answer);

            Job job = workshop.refine(with(keepingSize(), upload(landscape(size)), everywhere()));

            assertThat(pixels(job).size()).as(answer.toString()).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("whole")
    void pictureIsNeitherDistortedNorMoved(Named canvas, ImageSize size) {
        workshop.provider.worksOn(canvas.canvas());
        workshop.provider.edits((request, context) -> List.of(request.base()));

        Raster result = pixels(workshop.refine(upload(landscape(size)), everywhere()));

        Raster before = Resampling.scaled(landscape(size), result.size());
        assertThat(Difference.between(before, result).similarity()).isGreaterThan(0.9);
    }

    @Test
    void editorGetsAPngOfASizeItTakes() throws InterruptedException {
        vendor(STEPS, MaskForm.TRANSPARENT_IS_EDIT, Answering.AS_ASKED);

        workshop.refine(upload(landscape(SIZE)), within(CIRCLE));

        ImageEditor.Request request = workshop.provider.edits.take();
        assertThat(request.size()).hasToString("256x176");
        assertThat(request.base().mediaType()).isEqualTo(MediaType.PNG);
        assertThat(decoded(request.base()).size()).isEqualTo(request.size());
        assertThat(decoded(request.base()).argb(3, 0)).isEqualTo(landscape(SIZE).argb(0, 0));
        assertThat(request.mask())
                .isNotNull()
                .satisfies(mask -> assertThat(mask.size()).isEqualTo(request.size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = MaskForm.class,
            names = {"TRANSPARENT_IS_EDIT", "WHITE_IS_EDIT"})
    void maskFileSaysWhereTheCanvasMayChangeAndPaddingMayNot(MaskForm form) throws InterruptedException {
        vendor(STEPS, form, Answering.AS_ASKED);
        MaskShape left = new MaskShape.Rectangle(0, 0, 0.5, 1);

        workshop.refine(upload(landscape(SIZE)), within(left));

        EncodedImage file = workshop.provider.edits.take().maskFile();
        int free = form == MaskForm.TRANSPARENT_IS_EDIT ? 0 : 0xffffffff;
        assertThat(file)
                .isNotNull()
                .satisfies(mask -> assertThat(decoded(mask))
                        .isEqualTo(Raster.generate(
                                new ImageSize(256, 176),
                                (x, y) -> x >= 3 && x < 3 + 125 && y < 175 ? free : 0xff000000)));
    }

    @Test
    void editorWithoutMasksGetsTheDetailAndIsToldSo() throws InterruptedException {
        vendor(ANY, MaskForm.NONE, Answering.AS_ASKED);
        MaskShape small = new MaskShape.Rectangle(0.5, 0.5, 0.1, 0.1);

        Job job = workshop.refine(upload(landscape(SIZE)), within(small));

        ImageEditor.Request request = workshop.provider.edits.take();
        assertThat(request.mask()).isNull();
        assertThat(request.maskFile()).isNull();
        assertThat(request.size()).hasToString("89x82");
        assertThat(decoded(request.base()).argb(0, 0)).isEqualTo(landscape(SIZE).argb(93, 55));
        assertThat(request.prompt(5000)).contains("a detail of a larger one");
        assertThat(treatments(job)).containsEntry(Wish.MASK, Means.EMULATED).containsEntry(Wish.SIZE, Means.EMULATED);
    }

    @Test
    void whatIsDoneForTheEditorIsToldAndWrittenDown() throws InterruptedException {
        vendor(ANY, MaskForm.NONE, Answering.AS_ASKED);
        workshop.provider.obeysNoStrength();
        workshop.provider.obeysNoSeeds();
        workshop.provider.makesAtMost(1);
        Knobs knobs = new Knobs(new Strength(0.3), Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 2, 7L, false);

        Job job = workshop.refine(with(knobs, upload(landscape(SIZE)), within(CIRCLE)));

        assertThat(treatments(job))
                .isEqualTo(Map.of(
                        Wish.TYPE, Means.NATIVE,
                        Wish.MASK, Means.EMULATED,
                        Wish.STRENGTH, Means.EMULATED,
                        Wish.SEED, Means.LEFT_OUT,
                        Wish.CANDIDATES, Means.EMULATED,
                        Wish.SIZE, Means.EMULATED));
        assertThat(messages(job))
                .contains("scripted is told in words how far to go", "scripted is called 2 times")
                .contains("scripted works on 134x133 px, on which the detail 134x133 at 33,21 lies as it is");
        assertThat(workshop.provider.edits.take().prompt(5000)).contains("Change it gently");
    }

    @Test
    void editorThatDoesAllByItselfGetsTheFileAsItIs() throws InterruptedException {
        Job job = workshop.refine(upload(landscape(SIZE)), everywhere());

        ImageEditor.Request request = workshop.provider.edits.take();
        assertThat(request.base()).isEqualTo(workshop.png(landscape(SIZE)));
        assertThat(request.inWords()).isEmpty();
        assertThat(treatments(job)).isEqualTo(Map.of(Wish.TYPE, Means.NATIVE, Wish.SIZE, Means.NATIVE));
    }

    @Test
    void strengthThatKeepsEverythingIsRefusedBeforeItIsPaid() {
        workshop.provider.obeysNoStrength();
        Knobs none = new Knobs(new Strength(0), Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 1, null);
        RefineImage.Command command = with(none, upload(landscape(SIZE)), everywhere());

        assertThatThrownBy(() -> workshop.refine(command)).hasMessageContaining("strength 0");
        assertThat(workshop.provider.edits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void answerInWhichNothingCanBeMadeOutIsPaidAndRefused(MaskForm form) {
        vendor(ANY, form, Answering.AS_ASKED);
        workshop.provider.costs(Cost.estimated(1000));
        workshop.provider.edits((request, context) -> List.of(workshop.png(landscape(new ImageSize(3, 3)))));

        Job job = workshop.refine(upload(landscape(SIZE)), within(CIRCLE));

        JobState.Failed failed = job.failed().orElseThrow();
        assertThat(failed.code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
        assertThat(failed.message()).contains("scripted delivered 3x3 px");
        List<ProviderCall> calls = workshop.records.read(records -> records.calls(job.id()));
        assertThat(calls).allSatisfy(call -> assertThat(call.cost().microUsd()).hasValue(1234));
    }

    @ParameterizedTest
    @EnumSource(MaskForm.class)
    void storedAnswerIsUnderstoodByWhoeverTakesTheJobUp(MaskForm form) {
        vendor(SMALL, form, Answering.AS_JPEG);
        workshop.provider.costs(Cost.estimated(1000));
        Raster undisturbed = pixels(workshop.refine(upload(landscape(SIZE)), within(CIRCLE)));
        workshop.provider.edits.clear();
        workshop.fragile.refuse(
                12,
                (method, written) ->
                        method.equals("replace") && written instanceof Job job && job.status() == JobStatus.COMPLETED);
        Job job = workshop.submit(RefineImage.Command.of(upload(landscape(SIZE)), within(CIRCLE)));
        Patience.await(() -> workshop.fragile.refusalsLeft() == 0);
        workshop.clock.ticks(Duration.ofMillis(300));

        Job done = workshop.watch(job);

        assertThat(done.attempt()).isEqualTo(2);
        assertThat(workshop.provider.edits).hasSize(1);
        assertThat(pixels(done)).isEqualTo(undisturbed);
    }

    @Test
    void referencesThatAreNoPngBecomeOne() throws InterruptedException {
        Job first = workshop.refine(upload(landscape(SIZE)), everywhere());
        EncodedImage jpeg = workshop.codec.encode(landscape(SIZE), MediaType.JPEG);
        Version version = new Version(
                new VersionId(new UUID(77, 77)),
                first.concept(),
                Image.of(jpeg, SIZE),
                List.of(),
                new Origin.Imported("a.jpg", Image.of(jpeg, SIZE)),
                workshop.clock.instant());
        workshop.vault.store(jpeg);
        workshop.records.write(records -> {
            records.add(version);
            return version;
        });
        workshop.provider.edits.clear();

        workshop.refine(TestWorkshop.command(
                stored("A"),
                List.of(stored(version.id().toString())),
                new Refinement.SubjectRepair(new Instruction("use this one"), null)));

        EncodedImage reference = workshop.provider.edits.take().references().get(0);
        assertThat(reference.mediaType()).isEqualTo(MediaType.PNG);
        assertThat(decoded(reference)).isEqualTo(decoded(jpeg));
    }

    @ParameterizedTest
    @EnumSource(Answering.class)
    void originalsHaveTheSizeThatWasAskedFor(Answering answer) {
        workshop.provider.generates(answer.of(landscape(new ImageSize(320, 240)), workshop.codec));

        Raster original = pixels(generate());

        assertThat(original.size()).isEqualTo(SIZE);
    }

    @Test
    void originalOfAnotherShapeIsCutAndNotSqueezed() {
        Raster bars = Raster.generate(
                new ImageSize(750, 175), (x, y) -> x < 250 ? 0xffff0000 : x < 500 ? 0xff00ff00 : 0xff0000ff);
        workshop.provider.generates(workshop.png(bars));

        Job job = generate();

        assertThat(pixels(job)).isEqualTo(Raster.generate(SIZE, (x, y) -> 0xff00ff00));
        assertThat(messages(job)).contains("An image came at 750x175 px and is made 250x175 px");
    }

    @Test
    void originalThatCannotBeReadIsPaidAndNotTakenForAResultAgain() {
        byte[] truncated = Arrays.copyOf(workshop.png(landscape(SIZE)).bytes(), 60);
        workshop.provider.generates(EncodedImage.of(truncated));

        Job job = generate();

        assertThat(job.failed().orElseThrow().code()).isEqualTo(FailureCode.UNINTELLIGIBLE);
    }

    /** Free, as the clock stands still and paid calls have to wait for their turn. */
    private void vendor(Canvas canvas, MaskForm form, Answering answer) {
        workshop.provider.costs(Cost.free());
        workshop.provider.worksOn(canvas);
        workshop.provider.takesMasks(form);
        answering = answer;
        workshop.provider.edits(
                (request, context) -> List.of(answering.of(repainted(decoded(request.base())), workshop.codec)));
    }

    /** As a soft mask leaves it: no pixel is what it was. */
    private static Raster repainted(Raster canvas) {
        return Raster.generate(canvas.size(), (x, y) -> {
            int argb = canvas.argb(x, y);
            return 0xff000000 | (argb >> 1 & 0x7f7f7f) | 0x202000;
        });
    }

    /** Hills; no two places look alike. */
    static Raster landscape(ImageSize size) {
        return Raster.generate(size, (x, y) -> {
            double u = (double) x / size.width();
            double v = (double) y / size.height();
            double shade = 0.5 + 0.5 * Math.sin(31 * u + 17 * v + 5 * Math.sin(9 * v + 3 * u));
            int light = (int) (127 + 120 * shade);
            boolean sky = v < 0.55 + 0.12 * Math.sin(7 * u + 1);
            return sky ? rgb(light, light, 240) : rgb(light / 3, light, (int) (90 * v));
        });
    }

    private static int rgb(int red, int green, int blue) {
        return 0xff000000 | (red << 16) | (green << 8) | blue;
    }

    private RefineImage.Picture upload(Raster raster) {
        return new RefineImage.Uploaded(
                new ImageFile("picture.png", workshop.png(raster).bytes()));
    }

    private static Refinement within(MaskShape... shapes) {
        return TestWorkshop.promptWithin(shapes);
    }

    private static Refinement everywhere() {
        return new PromptRefinement(new Instruction("make it red"), null);
    }

    private static Knobs keepingSize() {
        return new Knobs(Strength.DEFAULT, Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 1, null, true);
    }

    private static RefineImage.Command with(Knobs knobs, RefineImage.Picture base, Refinement refinement) {
        return new RefineImage.Command(
                UserId.LOCAL,
                base,
                List.of(),
                refinement,
                List.of(),
                knobs,
                Brief.EMPTY,
                ProviderChoice.ANY,
                null,
                Priority.NORMAL);
    }

    private Job generate() {
        return workshop.watch(workshop.useCases
                .generateConcept()
                .handle(new GenerateConcept.Command(
                        UserId.LOCAL,
                        new Instruction("hills"),
                        Brief.EMPTY,
                        SIZE,
                        1,
                        0,
                        null,
                        ProviderChoice.ANY,
                        Priority.NORMAL))
                .job()
                .orElseThrow());
    }

    private static RefineImage.Picture child(Job job) {
        return stored(job.completed().orElseThrow().versions().get(0).toString());
    }

    private Raster pixels(Job job) {
        assertThat(job.failed()).isEmpty();
        return workshop.pixelsOf(workshop.resultOf(job));
    }

    private Raster decoded(EncodedImage file) {
        return workshop.codec.decode(file.bytes()).raster();
    }

    private MaskCheck checkOf(Job job) {
        return ((Origin.MaskedRefined) workshop.resultOf(job).version().origin()).check();
    }

    private static Map<Wish, Means> treatments(Job job) {
        return job.completed().orElseThrow().report().treatments().stream()
                .collect(Collectors.toMap(Treatment::wish, Treatment::means));
    }

    private List<String> messages(Job job) {
        List<String> messages = new ArrayList<>();
        workshop.useCases.watchJob().handle(WatchJob.Query.of(job.id(), event -> messages.add(event.message())));
        return messages;
    }

    /** The largest difference of any channel of any pixel that the mask does not cover; measured here, not by what is under test. */
    private static int differenceOutside(Raster parent, Raster child, MaskShape shape) {
        Mask mask = Mask.draw(MaskSpec.of(shape), parent.size(), digest -> parent);
        int most = 0;
        for (int y = 0; y < parent.height(); y++) {
            for (int x = 0; x < parent.width(); x++) {
                for (int shift = 0; shift < 32 && mask.coverage(x, y) == 0; shift += 8) {
                    most = Math.max(
                            most, Math.abs((parent.argb(x, y) >>> shift & 0xff) - (child.argb(x, y) >>> shift & 0xff)));
                }
            }
        }
        return most;
    }

    /** Whether one size is the other one, scaled, with both sides rounded. */
    private static boolean isSameShape(ImageSize child, ImageSize parent) {
        double across = (double) child.width() / parent.width();
        double down = (double) child.height() / parent.height();
        return Math.abs(across - down) * Math.max(parent.width(), parent.height())
                <= 1.0 + Math.max((double) parent.width() / parent.height(), (double) parent.height() / parent.width());
    }
}
