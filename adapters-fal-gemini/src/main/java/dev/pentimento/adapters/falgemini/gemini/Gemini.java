package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.ApiClient;
import com.google.genai.HttpApiClient;
import com.google.genai.Models;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpResponse;
import com.google.genai.types.HttpRetryOptions;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/** The API behind one key. Every question is one POST, which is never sent again. Safe for use by several threads. */
final class Gemini implements AutoCloseable {
    static final String NAME = "gemini";

    /** Where both of its variables are set it warns that it takes the key of one, although it is given another. Held, or else the level is forgotten. */
    private static final Logger LIBRARY = Logger.getLogger(ApiClient.class.getName());

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

    private final ProviderSettings settings;
    private final Secret key;
    private final Transport transport;
    private final Models models;

    Gemini(ProviderSettings settings, String baseUrl, Secret key) {
        this.settings = settings;
        this.key = key;
        this.transport = Transport.to(NAME, key);
        this.models = models(baseUrl);
    }

    /** Of the library only what speaks to the model: the rest would look for other addresses and modes in the environment. */
    private Models models(String baseUrl) {
        OkHttpClient.Builder client = transport.client().newBuilder();
        client.interceptors().add(0, new Refusals(settings, key, InstantSource.system()));
        return new Models(new HttpApiClient(
                Optional.of(key.reveal()),
                Optional.of(HttpOptions.builder()
                        .baseUrl(baseUrl)
                        .retryOptions(never())
                        .build()),
                Optional.of(
                        ClientOptions.builder().customHttpClient(client.build()).build())));
    }

    /** The list of states alone leaves five attempts after a broken connection, the number alone a nap after the last one. */
    private static HttpRetryOptions never() {
        return HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build();
    }

    /** @throws ProviderFailure in any case but an answer of a model that wanted to */
    ModelAnswer ask(Question question, CallContext context) {
        requireOffered(question.model());
        String body = transport.run(Purpose.PAID, context, () -> post(question));
        return ModelAnswer.of(body, question, prices(question.model()), key);
    }

    private String post(Question question) throws IOException {
        GenerateContentConfig config =
                question.config().toBuilder().shouldReturnHttpResponse(true).build();
        try {
            return models.generateContent(question.model(), question.contents(), config)
                    .sdkHttpResponse()
                    .flatMap(HttpResponse::body)
                    .orElse("");
        } catch (GenAiIOException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
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
