package dev.pentimento.ports.out;

import dev.pentimento.domain.image.Palette;
import java.util.List;

/**
 * Writes what goes into prompts.
 *
 * <p>Safe for use by several threads. Every failure is a {@link dev.pentimento.ports.failure.ProviderFailure}.
 */
public interface PromptWriter {

    /**
     * Proposes palettes that suit a theme.
     *
     * @param theme may be blank
     * @param count how many, 1..7, all different
     */
    List<Palette> proposePalettes(String theme, int count, CallContext context);
}
