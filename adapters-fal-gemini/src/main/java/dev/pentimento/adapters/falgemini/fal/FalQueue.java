package dev.pentimento.adapters.falgemini.fal;

import ai.fal.client.ClientConfig;
import ai.fal.client.exception.FalException;
import ai.fal.client.http.HttpClient;
import ai.fal.client.queue.QueueClient;
import ai.fal.client.queue.QueueClientImpl;
import ai.fal.client.queue.QueueResultOptions;
import ai.fal.client.queue.QueueStatus;
import ai.fal.client.queue.QueueSubmitOptions;
import com.google.gson.JsonParseException;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * fal's queue. Submissions and results go through fal's client library; the state of a request, of which the library forgets why it failed, and
 * cancelling, which it does not know, are requests of our own. Each is sent once. Safe for use by several threads.
 */
final class FalQueue {
    private static final String ALREADY_COMPLETED = "ALREADY_COMPLETED";

    private final Transport transport;
    private final HttpUrl address;
    private final Secret key;
    private final Failures failures;

    /** @param address such as {@code https://queue.fal.run} */
    FalQueue(Transport transport, HttpUrl address, Secret key, Failures failures) {
        this.transport = transport;
        this.address = address;
        this.key = key;
        this.failures = failures;
    }

    /** Has fal take a request on: the one call that costs money. */
    Receipt submit(Input input, String prompt, CallContext context) {
        String endpoint = input.endpoint().id();
        HttpUrl url = address.newBuilder().addPathSegments(endpoint).build();
        Exchange exchange = exchange(url, "endpoint '%s'".formatted(endpoint), Purpose.PAID);
        QueueSubmitOptions options = QueueSubmitOptions.withInput(input.values());
        QueueStatus.InQueue queued =
                transport.run(Purpose.PAID, context, () -> ask(exchange, client -> client.submit(endpoint, options)));
        if (queued.getRequestId() == null || queued.getRequestId().isBlank()) {
            throw exchange.unusable("name no request", null);
        }
        return Receipt.of(queued, endpoint, prompt);
    }

    QueueState state(Receipt receipt, CallContext context) {
        HttpUrl url = receipt.status(address)
                .newBuilder()
                .setQueryParameter("logs", "1")
                .build();
        Reply reply = transport.send(request(url).build(), Purpose.RESULT, context);
        if (!reply.isSuccess()) {
            throw failures.of(reply, "for the state of " + receipt.asked(), Purpose.RESULT);
        }
        return Json.object(reply.body())
                .flatMap(QueueState::in)
                .orElseThrow(() -> Purpose.RESULT.unclear(
                        "fal answered for the state of %s without a state".formatted(receipt.asked()), null));
    }

    /** What a request has come to; to be asked for when it is over. */
    Reply result(Receipt receipt, CallContext context) {
        Exchange exchange = exchange(receipt.result(address), "for the result of " + receipt.asked(), Purpose.RESULT);
        transport.run(
                Purpose.RESULT,
                context,
                () -> ask(
                        exchange,
                        client -> client.result(
                                receipt.endpoint(), QueueResultOptions.withRequestId(receipt.requestId()))));
        return exchange.reply();
    }

    /** @return whether fal will not finish it; not if it has finished it already */
    boolean callOff(Receipt receipt, CallContext context) {
        Request cancellation = request(receipt.cancellation(address))
                .put(RequestBody.create(new byte[0]))
                .build();
        Reply reply = transport.send(cancellation, Purpose.RESULT, context);
        return Json.object(reply.body())
                .flatMap(body -> Json.text(body, "status"))
                .filter(ALREADY_COMPLETED::equals)
                .isEmpty();
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", Exchange.authorization(key))
                .header("Accept", "application/json");
    }

    private Exchange exchange(HttpUrl url, String asked, Purpose purpose) {
        return new Exchange(url, asked, purpose, key, failures);
    }

    private <T> T ask(Exchange exchange, Function<QueueClient, T> question) throws IOException {
        try {
            return question.apply(client(exchange));
        } catch (FalException e) {
            if (e.getCause() instanceof IOException lost) {
                throw lost;
            }
            throw exchange.unusable("its own library does not understand", e);
        } catch (JsonParseException e) {
            throw exchange.unusable("its own library does not understand", e);
        }
    }

    /** The library's own HTTP client follows redirects and sends requests again; this one does neither. */
    private QueueClient client(Exchange exchange) {
        OkHttpClient.Builder client = transport.client().newBuilder();
        client.interceptors().add(0, exchange);
        return new QueueClientImpl(new HttpClient(new ClientConfig(), client.build()));
    }
}
