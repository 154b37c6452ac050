package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Palette;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.PromptWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Proposes palettes by the words of a theme. */
final class ThemePalettes implements PromptWriter {

    @Override
    public List<Palette> proposePalettes(String theme, int count, CallContext context) {
        context.checkCanceled();
        return IntStream.range(0, count)
                .mapToObj(i -> new Palette("Grey " + i, theme, List.of("#10%02x10".formatted(i), "#f0f0f0")))
                .toList();
    }
}
