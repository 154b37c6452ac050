package dev.pentimento.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * Who is to do the work.
 *
 * @param name of the provider; null = the first configured one that can
 * @param model of that provider; null = its configured one
 */
public record ProviderChoice(
        @Nullable String name, @Nullable String model) {
    public static final ProviderChoice ANY = new ProviderChoice(null, null);
}
