package dev.pentimento.adapters.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIIoException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Carries the requests of OpenAI's library over our client, whose limits and deadlines hold instead of the library's. */
final class OnceClient implements HttpClient {
    private final OkHttpClient client;

    OnceClient(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        try {
            return Received.of(client.newCall(translated(request)).execute());
        } catch (IOException e) {
            throw new OpenAIIoException("The request failed", e);
        }
    }

    private static Request translated(HttpRequest request) {
        HttpRequestBody body = Objects.requireNonNull(request.body(), "every request to the images API has a body");
        Request.Builder translated =
                new Request.Builder().url(request.url()).method(request.method().name(), new Body(body));
        request.headers()
                .names()
                .forEach(name -> request.headers().values(name).forEach(value -> translated.addHeader(name, value)));
        return translated.build();
    }

    /** Nothing here asks that way. */
    @Override
    public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("Requests are made one at a time"));
    }

    /** The client belongs to whoever made it. */
    @Override
    public void close() {}

    private static final class Body extends RequestBody {
        private final HttpRequestBody body;

        Body(HttpRequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            String type = body.contentType();
            return type == null ? null : MediaType.parse(type);
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) {
            body.writeTo(sink.outputStream());
        }
    }
}
