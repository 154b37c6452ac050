package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import java.io.IOException;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * One request that fal's client library makes. It goes to the address that it should, with the key; and the library only ever sees answers that it can
 * read: of all others it would throw away what they say.
 */
final class Exchange implements Interceptor {
    private static final String REQUEST_ID = "X-Fal-Request-Id";

    private final HttpUrl address;
    private final String asked;
    private final Purpose purpose;
    private final Secret key;
    private final Failures failures;
    private volatile @Nullable Reply reply;

    /** @param asked what for, for people */
    Exchange(HttpUrl address, String asked, Purpose purpose, Secret key, Failures failures) {
        this.address = address;
        this.asked = asked;
        this.purpose = purpose;
        this.key = key;
        this.failures = failures;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try (Response response = chain.proceed(addressed(chain.request()))) {
            Reply answer = Reply.of(response);
            reply = answer;
            if (!answer.isSuccess()) {
                throw failures.of(answer, asked, purpose);
            }
            if (Json.object(answer.body()).isEmpty()) {
                throw unusable("are no JSON object", null);
            }
            return legible(response, answer);
        }
    }

    private Request addressed(Request request) {
        return request.newBuilder()
                .url(address)
                .header("Authorization", authorization(key))
                .build();
    }

    static String authorization(Secret key) {
        return "Key " + key.reveal();
    }

    /** The library trips over answers without the number of the request. */
    private static Response legible(Response response, Reply answer) {
        return response.newBuilder()
                .header(REQUEST_ID, answer.header(REQUEST_ID).orElse(""))
                .body(ResponseBody.create(answer.body(), response.body().contentType()))
                .build();
    }

    RuntimeException unusable(String why, @Nullable Throwable cause) {
        return failures.unusable(reply(), asked, why, Cost.unknown(), cause);
    }

    /** What fal said. */
    Reply reply() {
        return Objects.requireNonNull(reply, "There was no answer yet");
    }
}
