package dev.pentimento.provider.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A client that sends each request exactly once: it follows no redirects, tries nothing again, and uses no connection that was kept from before,
 * as nobody can tell whether such a one is still alive.
 */
final class Once {
    /** How long one address may take to accept a connection; everything else ends by the deadline of the call. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private static final String RETRY_AFTER = "Retry-After";
    private static final String HIDDEN = "X-Pentimento-" + RETRY_AFTER;

    private Once() {}

    static OkHttpClient client(ExecutorService threads, long maxBytes) {
        return new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(threads))
                .eventListenerFactory(Attempt::take)
                .addInterceptor(chain -> show(chain, maxBytes))
                .addNetworkInterceptor(Once::hide)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** OkHttp would send a request again that was answered with 503 and {@code Retry-After: 0}, so it must not see the header. */
    private static Response hide(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String told = response.header(RETRY_AFTER);
        return told == null
                ? response
                : response.newBuilder()
                        .removeHeader(RETRY_AFTER)
                        .header(HIDDEN, told)
                        .build();
    }

    private static Response show(Interceptor.Chain chain, long maxBytes) throws IOException {
        Response response = chain.proceed(named(chain.request()));
        String told = response.header(HIDDEN);
        Response.Builder shown = response.newBuilder().body(new CappedBody(response.body(), maxBytes));
        return told == null
                ? shown.build()
                : shown.removeHeader(HIDDEN).header(RETRY_AFTER, told).build();
    }

    private static Request named(Request request) {
        return request.header("User-Agent") == null
                ? request.newBuilder().header("User-Agent", "Pentimento").build()
                : request;
    }
}
