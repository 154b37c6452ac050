package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.adapters.falgemini.gemini.Json.elements;

import dev.pentimento.domain.image.Palette;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#PALETTES}, as it is written. */
record PalettesAnswer(@Nullable List<PaletteAnswer> palettes) {

    /**
     * The first ones that can be used and differ from those before, in name and colours.
     *
     * @throws IllegalArgumentException if there are fewer than {@code count}
     */
    List<Palette> first(int count) {
        List<Palette> usable = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        elements(palettes).stream().flatMap(answer -> answer.palette().stream()).forEach(palette -> {
            boolean isNew = seen.add(palette.colors()) && seen.add(palette.name());
            if (isNew && usable.size() < count) {
                usable.add(palette);
            }
        });
        if (usable.size() < count) {
            throw new IllegalArgumentException(
                    "of %d palettes that were asked for the answer holds %d".formatted(count, usable.size()));
        }
        return usable;
    }

    /** One of them. */
    record PaletteAnswer(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> colors) {

        /** Empty if its colours are none, or it has no name. */
        Optional<Palette> palette() {
            if (name == null || name.isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Palette(name.strip(), Objects.requireNonNullElse(description, ""), elements(colors)));
            } catch (IllegalArgumentException notColours) {
                return Optional.empty();
            }
        }
    }
}
