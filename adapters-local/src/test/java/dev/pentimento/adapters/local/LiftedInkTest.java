package dev.pentimento.adapters.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two stems side by side, the left one with a dot that nobody has found. */
class LiftedInkTest {
    private static final Box ALL = Box.ofSize(60, 60);
    private static final Box DOT = new Box(22, 12, 26, 16);
    private static final Box DOTTED = new Box(22, 20, 26, 42);
    private static final Box BARE = new Box(30, 20, 34, 42);
    private static final Raster PICTURE = Raster.generate(
            new ImageSize(ALL.width(), ALL.height()),
            (x, y) -> DOT.contains(x, y) || DOTTED.contains(x, y) || BARE.contains(x, y) ? 0xff000000 : 0xffffffff);

    @Test
    void dotIsLiftedWithTheLetterItStandsOver() {
        LiftedInk lifted = LiftedInk.lift(PICTURE, ALL, List.of(letter(BARE), letter(DOTTED)), List.of(), 60, 1);

        assertThat(lifted.letter(0).inkTop()).isEqualTo(BARE.top());
        assertThat(lifted.letter(1).inkTop()).isEqualTo(DOT.top());
    }

    @Test
    void dotOfALetterThatStaysIsLeftAlone() {
        LiftedInk lifted = LiftedInk.lift(PICTURE, ALL, List.of(letter(BARE)), List.of(letter(DOTTED)), 60, 1);

        assertThat(lifted.letter(0).inkTop()).isEqualTo(BARE.top());
        assertThat(lifted.hole[14 * ALL.width() + 23]).isFalse();
    }

    private static TextLine letter(Box box) {
        int[] pixels = IntStream.range(0, ALL.area())
                .filter(i -> box.contains(i % ALL.width(), i / ALL.width()))
                .toArray();
        return TextLine.of(List.of(new LetterShape(OkPlanes.of(PICTURE), pixels)));
    }
}
