package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderChoice;
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
import dev.pentimento.ports.out.MaskForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A workshop whose provider works on a canvas of its own and answers in a shape of its own. */
final class GeometryBench implements AutoCloseable {
    static final ImageSize SIZE = new ImageSize(250, 175);
    static final MaskShape CIRCLE = new MaskShape.Circle(new Point(0.4, 0.5), 0.2);
    static final Canvas ANY = new Canvas.Any();
    static final Canvas STEPS = new Canvas.Grid(16, 64, 1024, 1, 1024 * 1024, 3);
    static final Canvas LARGE = new Canvas.Grid(16, 16, 1920, 163_840, 2_073_600, 3);
    static final Canvas SMALL = new Canvas.Listed(List.of(new ImageSize(128, 128), new ImageSize(192, 128)));

    final TestWorkshop workshop = new TestWorkshop();
    private volatile Answering answering = Answering.AS_ASKED;

    /** Free, as the clock stands still and paid calls have to wait for their turn. */
    void vendor(Canvas canvas, MaskForm form, Answering answer) {
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

    RefineImage.Picture upload(Raster raster) {
        return new RefineImage.Uploaded(
                new ImageFile("picture.png", workshop.png(raster).bytes()));
    }

    static Refinement within(MaskShape... shapes) {
        return TestWorkshop.promptWithin(shapes);
    }

    static Refinement everywhere() {
        return new PromptRefinement(new Instruction("make it red"), null);
    }

    static Knobs keepingSize() {
        return new Knobs(Strength.DEFAULT, Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 1, null, true);
    }

    static RefineImage.Command with(Knobs knobs, RefineImage.Picture base, Refinement refinement) {
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

    Job generate() {
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

    static RefineImage.Picture child(Job job) {
        return stored(job.completed().orElseThrow().versions().get(0).toString());
    }

    Raster pixels(Job job) {
        assertThat(job.failed()).isEmpty();
        return workshop.pixelsOf(workshop.resultOf(job));
    }

    Raster decoded(EncodedImage file) {
        return workshop.codec.decode(file.bytes()).raster();
    }

    static Map<Wish, Means> treatments(Job job) {
        return job.completed().orElseThrow().report().treatments().stream()
                .collect(Collectors.toMap(Treatment::wish, Treatment::means));
    }

    List<String> messages(Job job) {
        List<String> messages = new ArrayList<>();
        workshop.useCases.watchJob().handle(WatchJob.Query.of(job.id(), event -> messages.add(event.message())));
        return messages;
    }

    @Override
    public void close() {
        workshop.close();
    }
}
