package dev.pentimento.adapters.openai;

import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.errors.OpenAIIoException;
import com.openai.services.blocking.ImageService;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's own library, with everything taken away that acts by itself: retries, waiting, logging, telling what machine this is. Loaded with the first
 * call, as it takes its time. Safe for use by several threads.
 */
final class OpenAiLibrary implements AutoCloseable {
    static final String BASE_URL = "base-url";

    private static final String OPENAI = "https://api.openai.com/v1";

    private final String url;
    private final Secret key;
    private final Transport transport;
    private @Nullable OpenAIClientImpl client;

    private OpenAiLibrary(String url, Secret key, Transport transport) {
        this.url = url;
        this.key = key;
        this.transport = transport;
    }

    static OpenAiLibrary in(ProviderSettings settings, Secret key) {
        Transport transport = Transport.to(OpenAiProviderFactory.NAME, key);
        return new OpenAiLibrary(settings.find(BASE_URL).orElse(OPENAI), key, transport);
    }

    /** Makes one request that costs money. */
    <T> T ask(CallContext context, Function<ImageService.WithRawResponse, T> request) {
        return transport.run(Purpose.PAID, context, () -> {
            try {
                return request.apply(client().withRawResponse().images());
            } catch (OpenAIIoException e) {
                throw unwrapped(e);
            }
        });
    }

    /** What our own client said. */
    private static IOException unwrapped(OpenAIIoException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    private synchronized OpenAIClientImpl client() {
        if (client == null) {
            client = new OpenAIClientImpl(options());
        }
        return client;
    }

    private ClientOptions options() {
        return ClientOptions.builder()
                .httpClient(new OnceClient(transport.client()))
                .baseUrl(url)
                .apiKey(key.reveal())
                .maxRetries(0)
                .sleeper(new NoSleep())
                .streamHandlerExecutor(Runnable::run)
                .logLevel(LogLevel.OFF)
                .disableTelemetry(true)
                .jsonMapper(LargeJson.MAPPER)
                .build();
    }

    @Override
    public void close() {
        transport.close();
    }
}
