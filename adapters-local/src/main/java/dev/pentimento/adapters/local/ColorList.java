package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a palette of five, from dark to light as the themes have them, of colours that words name. */
final class ColorList {
    /** OKLab lightness of the five. */
    private static final float[] LIGHT = {0.24f, 0.46f, 0.64f, 0.8f, 0.95f};
    /** Which of the colours each is of, if there are so many; most of a picture has the colours in the middle. */
    private static final int[] TURNS = {0, 0, 1, 0, 2};
    /** How far the middle ones go from the colour's own lightness to their place; a named colour has to be recognised. */
    private static final float PULL = 0.55f;
    /** How much colour is left at the ends. */
    private static final float FAINT = 0.4f;

    private static final float NEARLY_GREY = 0.02f;

    private ColorList() {}

    /** @param colors at least one, the most important first */
    static Palette palette(List<ColorName> colors) {
        List<ColorName> rich = colors.stream()
                .filter(color -> color.shade().chroma() > NEARLY_GREY || color == ColorName.GREY)
                .toList();
        List<Shade> shades = new ArrayList<>();
        for (int place = 0; place < LIGHT.length; place++) {
            shades.add(at(rich.isEmpty() ? List.of(ColorName.GREY) : rich, place));
        }
        if (colors.contains(ColorName.BLACK)) {
            shades.set(0, ColorName.BLACK.shade());
        }
        if (colors.contains(ColorName.WHITE)) {
            shades.set(LIGHT.length - 1, ColorName.WHITE.shade());
        }
        shades.sort(Comparator.comparingDouble(Shade::l));
        String names = colors.stream().map(ColorName::label).collect(Collectors.joining(" and "));
        return new Palette(
                names, "as asked", shades.stream().map(ColorList::hex).toList());
    }

    private static Shade at(List<ColorName> colors, int place) {
        Shade own = colors.get(TURNS[place] % colors.size()).shade();
        boolean end = place == 0 || place == LIGHT.length - 1;
        float light = Ramp.mix(own.l(), LIGHT[place], end ? 1 : PULL);
        float share = end ? FAINT : 1;
        return new Shade(light, own.a() * share, own.b() * share);
    }

    private static String hex(Shade shade) {
        return "#%06x".formatted(Srgb.ofLab(shade.l(), shade.a(), shade.b(), 255) & 0xffffff);
    }
}
