package dev.pentimento.adapters.jigsawstack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** JigsawStack's HTTP API, as its reference describes it. Answers with an error status are failures already. */
final class Api implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    private final HttpUrl base;
    private final Secret key;
    private final Transport transport;
    private final Failures failures;

    Api(HttpUrl base, Secret key) {
        this.base = base;
        this.key = key;
        this.transport = Transport.to(JigsawStackProviderFactory.NAME, key);
        this.failures = new Failures(key);
    }

    Failures failures() {
        return failures;
    }

    /** {@code POST /v1/ai/image_generation}; paid. */
    Reply image(JsonNode order, CallContext context) {
        return sent(post(path("v1/ai/image_generation"), json(order)), Purpose.PAID, context);
    }

    /** {@code POST /v1/prompt_engine/run}; paid. */
    Reply prompt(JsonNode order, CallContext context) {
        return sent(post(path("v1/prompt_engine/run"), json(order)), Purpose.PAID, context);
    }

    /** {@code POST /v1/store/file}; what is there under the same name is replaced. */
    Reply upload(String name, byte[] file, String mediaType, CallContext context) {
        HttpUrl url = path("v1/store/file")
                .newBuilder()
                .addQueryParameter("key", name)
                .addQueryParameter("overwrite", "true")
                .build();
        return sent(post(url, RequestBody.create(file, MediaType.get(mediaType))), Purpose.PREPARATION, context);
    }

    /** {@code DELETE /v1/store/file/read/{name}}. */
    Reply delete(String name, CallContext context) {
        HttpUrl url =
                path("v1/store/file/read").newBuilder().addPathSegment(name).build();
        return sent(to(url).delete().build(), Purpose.PREPARATION, context);
    }

    private HttpUrl path(String path) {
        return base.newBuilder().addPathSegments(path).build();
    }

    private Request post(HttpUrl url, RequestBody body) {
        return to(url).post(body).build();
    }

    private Request.Builder to(HttpUrl url) {
        return new Request.Builder().url(url).header("x-api-key", key.reveal());
    }

    /** Without the charset that OkHttp would add to a text. */
    private static RequestBody json(JsonNode order) {
        return RequestBody.create(order.toString().getBytes(StandardCharsets.UTF_8), JSON);
    }

    private Reply sent(Request request, Purpose purpose, CallContext context) {
        Reply reply = transport.send(request, purpose, context);
        if (!reply.isSuccess()) {
            throw failures.of(reply, purpose);
        }
        return reply;
    }

    @Override
    public void close() {
        transport.close();
    }
}
