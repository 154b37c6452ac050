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
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Transport;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * All that is used of fal's client library, which is not loaded before it is needed: one request per call, over our connection. Not to be used outside
 * of {@link Transport#run}.
 */
final class Library {
    private final Transport transport;

    Library(Transport transport) {
        this.transport = transport;
    }

    Receipt submit(Input input, String prompt, Exchange exchange) throws IOException {
        String endpoint = input.endpoint().id();
        QueueSubmitOptions options = QueueSubmitOptions.withInput(input.values());
        QueueStatus.InQueue queued = ask(exchange, client -> client.submit(endpoint, options));
        if (queued.getRequestId() == null || queued.getRequestId().isBlank()) {
            throw exchange.unusable("name no request", null);
        }
        return Receipt.of(queued, endpoint, prompt);
    }

    /** As it came: what the library makes of it lacks the bill. */
    Reply result(Receipt receipt, Exchange exchange) throws IOException {
        ask(
                exchange,
                client -> client.result(receipt.endpoint(), QueueResultOptions.withRequestId(receipt.requestId())));
        return exchange.reply();
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
