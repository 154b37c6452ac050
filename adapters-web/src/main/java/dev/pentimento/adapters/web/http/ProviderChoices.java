package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.in.ListProviders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Providers as requests name them. */
public final class ProviderChoices {
    private final ListProviders listProviders;

    public ProviderChoices(ListProviders listProviders) {
        this.listProviders = listProviders;
    }

    /**
     * The one of that name; whichever can do it if there is no name.
     *
     * @throws Refusal with 422 if there is none of that name
     */
    public ProviderChoice named(@Nullable String name) {
        if (name == null) {
            return ProviderChoice.ANY;
        }
        List<String> known =
                listProviders.handle().stream().map(ListProviders.Listed::name).toList();
        if (!known.contains(name)) {
            throw Fields.problem("provider", "must be one of " + String.join(", ", known))
                    .refusal();
        }
        return new ProviderChoice(name, null);
    }
}
