package dev.pentimento.adapters.openai;

import com.openai.client.OpenAIClient;
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

/**
 * OpenAI's own library, with everything taken away that acts by itself: retries, waiting, logging, telling what machine this is. Safe for use by
 * several threads.
 */
final class OpenAiLibrary implements AutoCloseable {
    static final String BASE_URL = "base-url";

    private static final String OPENAI = "https://api.openai.com/v1";

    private final Transport transport;
    private final OpenAIClient client;

    private OpenAiLibrary(Transport transport, OpenAIClient client) {
        this.transport = transport;
        this.client = client;
    }

    static OpenAiLibrary by(ProviderSettings settings, Secret key) {
        Transport transport = Transport.to(OpenAiProviderFactory.NAME, key);
        ClientOptions options = ClientOptions.builder()
                .httpClient(new OnceClient(transport.client()))
                .baseUrl(settings.find(BASE_URL).orElse(OPENAI))
                .apiKey(key.reveal())
                .maxRetries(0)
                .sleeper(new NoSleep())
                .streamHandlerExecutor(Runnable::run)
                .logLevel(LogLevel.OFF)
                .disableTelemetry(true)
                .jsonMapper(LargeJson.MAPPER)
                .build();
        return new OpenAiLibrary(transport, new OpenAIClientImpl(options));
    }

    /** Makes one request that costs money. */
    <T> T ask(CallContext context, Function<ImageService.WithRawResponse, T> request) {
        return transport.run(Purpose.PAID, context, () -> {
            try {
                return request.apply(client.withRawResponse().images());
            } catch (OpenAIIoException e) {
                throw unwrapped(e);
            }
        });
    }

    /** What our own client said. */
    private static IOException unwrapped(OpenAIIoException e) {
        return e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }

    @Override
    public void close() {
        transport.close();
    }
}
