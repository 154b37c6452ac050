package dev.pentimento.adapters.openai;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which model a call uses. */
final class Models {
    static final String EDIT_MODEL = "edit-model";
    static final String GENERATE_MODEL = "generate-model";

    private final ProviderSettings settings;
    private final String editing;
    private final String generating;

    private Models(ProviderSettings settings, String editing, String generating) {
        this.settings = settings;
        this.editing = editing;
        this.generating = generating;
    }

    /** Images are made by the model that edits them, unless another one is named. */
    static Models in(ProviderSettings settings) {
        String editing = named(settings, EDIT_MODEL)
                .orElseThrow(() -> new InvalidSettings(List.of(
                        "%s is not set; name a model that edits images".formatted(settings.fullKey(EDIT_MODEL)))));
        return new Models(settings, editing, named(settings, GENERATE_MODEL).orElse(editing));
    }

    private static Optional<String> named(ProviderSettings settings, String key) {
        return settings.find(key).map(String::strip).filter(name -> !name.isEmpty());
    }

    /**
     * @param wanted null = the configured one
     * @throws ProviderFailure.ModelRetired if it is gone
     */
    Model editing(@Nullable String wanted) {
        return offered(Objects.requireNonNullElse(wanted, editing));
    }

    /** As {@link #editing}, for images made from words. */
    Model generating(@Nullable String wanted) {
        return offered(Objects.requireNonNullElse(wanted, generating));
    }

    private Model offered(String id) {
        return new Model(settings.offered(id).orElseGet(() -> undescribed(id)));
    }

    /** Newer than the catalogue, or of a server that is not OpenAI's. */
    private static ModelFacts undescribed(String id) {
        return new ModelFacts(id, PriceList.UNKNOWN, Map.of(), null, null, "", LocalDate.EPOCH);
    }

    @Override
    public String toString() {
        return "Models[%s, %s]".formatted(editing, generating);
    }
}
