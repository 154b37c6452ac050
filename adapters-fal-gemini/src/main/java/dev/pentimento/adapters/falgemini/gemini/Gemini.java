package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API behind one key. Every question is one POST, which is never sent again. Safe for use by several threads. */
final class Gemini implements AutoCloseable {
    static final String NAME = "gemini";

    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final ProviderSettings settings;
    private final Secret key;
    private final Transport transport;
    private final String baseUrl;
    private @Nullable Library library;

    Gemini(ProviderSettings settings, String baseUrl, Secret key) {
        this.settings = settings;
        this.key = key;
        this.transport = Transport.to(NAME, key);
        this.baseUrl = baseUrl;
    }

    /** @throws ProviderFailure in any case but an answer of a model that wanted to */
    ModelAnswer ask(Question question, CallContext context) {
        requireOffered(question.model());
        String body = transport.run(Purpose.PAID, context, () -> library().post(question));
        return ModelAnswer.of(body, question, prices(question.model()), key);
    }

    /** Not before it is needed: it is large. */
    private synchronized Library library() {
        if (library == null) {
            library =
                    new Library(transport.client(), new Refusals(settings, key, InstantSource.system()), baseUrl, key);
        }
        return library;
    }

    /** @throws ProviderFailure if the model is gone, or this is no name of a model */
    void requireOffered(String model) {
        if (!MODEL.matcher(model).matches()) {
            throw new ProviderFailure.InvalidRequest("'%s' is not the name of a Gemini model".formatted(model));
        }
        settings.offered(model);
    }

    /** What the catalogue says of a model, gone or not. */
    Optional<ModelFacts> known(String model) {
        return settings.model(model);
    }

    PriceList prices(String model) {
        return known(model).map(ModelFacts::prices).orElse(PriceList.UNKNOWN);
    }

    @Override
    public void close() {
        transport.close();
    }
}
