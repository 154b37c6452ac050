package dev.pentimento.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.Canvas.Grid;
import dev.pentimento.domain.image.Canvas.Listed;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.image.Resampling;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Refinement.PromptRefinement;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What editors get to see, what they answer, and what becomes of it, as one sheet. Columns: padding to whole steps; a panorama; a detail for an editor
 * without masks that moves everything by 2 px; a soft mask, answered squeezed into a square; a whole picture, answered cut to a square. Rows: the
 * picture, the canvas, the mask file, the answer, the result. When a look is changed on purpose, look at the sheet that the failing test leaves in
 * {@code target} and put it in the place of the golden one.
 */
@Timeout(120)
class GeometryGoldenTest {
    private static final ImageSize TILE = new ImageSize(132, 88);
    private static final int ROWS = 5;
    /** Of 255, in any channel. */
    private static final int TOLERANCE = 2;

    private static final Canvas STEPS = new Grid(64, 64, 1024, 1, 1024 * 1024, 2.5);
    private static final Canvas SQUARE = new Listed(List.of(new ImageSize(384, 384)));
    private static final MaskShape CIRCLE = new MaskShape.Circle(new Point(0.45, 0.6), 0.22);

    @Test
    void picturesAreFramedAndTakenBackAsTheyWere() throws IOException {
        Raster scene = Resampling.scaled(scene(), new ImageSize(408, 272));
        Raster panorama = Resampling.covering(scene, new ImageSize(408, 80));
        List<List<Raster>> columns = List.of(
                column(scene, STEPS, MaskForm.WHITE_IS_EDIT, CIRCLE, 0, Answering.AS_ASKED),
                column(panorama, STEPS, MaskForm.TRANSPARENT_IS_EDIT, CIRCLE, 0, Answering.AS_ASKED),
                column(scene, SQUARE, MaskForm.NONE, CIRCLE, 0, Answering.MOVED_BY_TWO),
                column(scene, new Canvas.Any(), MaskForm.WHITE_IS_EDIT, CIRCLE, 20, Answering.SQUEEZED_INTO_A_SQUARE),
                column(scene, SQUARE, MaskForm.NONE, null, 0, Answering.CUT_TO_A_SQUARE));

        Raster sheet = sheet(columns);

        int worst = worst(sheet);
        if (worst > TOLERANCE) {
            try (TestWorkshop workshop = new TestWorkshop()) {
                Files.write(
                        Path.of("target", "geometry.png"), workshop.png(sheet).bytes());
            }
        }
        assertThat(worst).isLessThanOrEqualTo(TOLERANCE);
    }

    private static Raster scene() throws IOException {
        try (TestWorkshop workshop = new TestWorkshop()) {
            return workshop.codec
                    .decode(Files.readAllBytes(Path.of("..", "examples", "scene.png")))
                    .raster();
        }
    }

    private static List<Raster> column(
            Raster picture, Canvas canvas, MaskForm form, @Nullable MaskShape mask, int feather, Answering answering) {
        try (TestWorkshop workshop = new TestWorkshop()) {
            List<Raster> tiles = new ArrayList<>(List.of(picture));
            workshop.provider.costs(Cost.free());
            workshop.provider.worksOn(canvas);
            workshop.provider.takesMasks(form);
            workshop.provider.edits((request, context) -> {
                EncodedImage answer = answering.of(nightly(decoded(request.base(), workshop)), workshop.codec);
                tiles.add(decoded(request.base(), workshop));
                tiles.add(maskFile(request, workshop));
                tiles.add(decoded(answer, workshop));
                return List.of(answer);
            });
            MaskSpec where = mask == null ? null : new MaskSpec(List.of(mask), feather);
            PromptRefinement wish = new PromptRefinement(new Instruction("make it night"), where);
            tiles.add(workshop.pixelsOf(workshop.resultOf(workshop.refine(upload(picture, workshop), wish))));
            return tiles;
        }
    }

    private static RefineImage.Picture upload(Raster picture, TestWorkshop workshop) {
        return new RefineImage.Uploaded(
                new ImageFile("scene.png", workshop.png(picture).bytes()));
    }

    private static Raster maskFile(ImageEditor.Request request, TestWorkshop workshop) {
        EncodedImage file = request.maskFile();
        return file == null ? Raster.generate(new ImageSize(1, 1), (x, y) -> 0xff808080) : decoded(file, workshop);
    }

    private static Raster decoded(EncodedImage file, TestWorkshop workshop) {
        return workshop.codec.decode(file.bytes()).raster();
    }

    /** Everywhere, whatever it was told. */
    private static Raster nightly(Raster canvas) {
        return Raster.generate(canvas.size(), (x, y) -> {
            int argb = canvas.argb(x, y);
            return 0xff000030 | (argb >> 1 & 0x7f7f00) | (argb & 0xcf);
        });
    }

    private static Raster sheet(List<List<Raster>> columns) {
        List<List<Raster>> tiles = columns.stream()
                .map(column -> column.stream().map(GeometryGoldenTest::tile).toList())
                .toList();
        ImageSize size = new ImageSize(columns.size() * TILE.width(), ROWS * TILE.height());
        return Raster.generate(
                size,
                (x, y) -> tiles.get(x / TILE.width()).get(y / TILE.height()).argb(x % TILE.width(), y % TILE.height()));
    }

    /** All of a picture in the middle of a tile, what is transparent over violet. */
    private static Raster tile(Raster picture) {
        double scale = Math.min((TILE.width() - 4.0) / picture.width(), (TILE.height() - 4.0) / picture.height());
        ImageSize size =
                new ImageSize((int) Math.max(1, picture.width() * scale), (int) Math.max(1, picture.height() * scale));
        Raster small = Resampling.scaled(picture, size);
        int left = (TILE.width() - size.width()) / 2;
        int top = (TILE.height() - size.height()) / 2;
        return Raster.generate(TILE, (x, y) -> {
            boolean inside = x >= left && x < left + size.width() && y >= top && y < top + size.height();
            int argb = inside ? small.argb(x - left, y - top) : 0xffc0c0c0;
            return argb >>> 24 < 128 ? 0xff8000ff : argb | 0xff000000;
        });
    }

    private static int worst(Raster sheet) throws IOException {
        try (InputStream bytes = GeometryGoldenTest.class.getResourceAsStream("geometry.png");
                TestWorkshop workshop = new TestWorkshop()) {
            Raster golden = workshop.codec
                    .decode(Objects.requireNonNull(bytes).readAllBytes())
                    .raster();
            return golden.size().equals(sheet.size())
                    ? Difference.between(sheet, golden).maxDifference()
                    : 255;
        }
    }
}
