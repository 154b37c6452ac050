package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import dev.pentimento.provider.http.Transport;
import okhttp3.HttpUrl;
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
        return transport.run(Purpose.PAID, context, () -> library().submit(input, prompt, exchange));
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
        return transport.run(Purpose.RESULT, context, () -> library().result(receipt, exchange));
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

    /** Made for each request: whoever only looks at the provider loads nothing of it. */
    private Library library() {
        return new Library(transport);
    }

    private Exchange exchange(HttpUrl url, String asked, Purpose purpose) {
        return new Exchange(url, asked, purpose, key, failures);
    }
}
