package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.provider.http.Reply;
import dev.pentimento.provider.http.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Orders images and gets them delivered: one order, and as many looks at the queue as it takes. Safe for use by several threads. */
final class Orders {
    private static final Duration TO_CALL_OFF = Duration.ofSeconds(5);
    private static final Duration TO_FETCH_WHAT_IS_LATE = Duration.ofSeconds(30);
    private static final int LOOKS_FOR_WHAT_IS_MISSING = 5;

    private final FalQueue queue;
    private final Uploads uploads;
    private final Results results;
    private final Failures failures;
    private final Secret key;
    private final Duration firstPause;

    Orders(FalQueue queue, Uploads uploads, Results results, Failures failures, Secret key, Duration firstPause) {
        this.queue = queue;
        this.uploads = uploads;
        this.results = results;
        this.failures = failures;
        this.key = key;
        this.firstPause = firstPause;
    }

    /** For a parameter of an order: the addresses of pictures that fal can see now, one per line. */
    String shown(List<EncodedImage> images, CallContext context) {
        return images.stream().map(image -> uploads.url(image, context)).collect(Collectors.joining("\n"));
    }

    MadeImages place(Input input, String prompt, CallContext context) {
        Receipt receipt = queue.submit(input, prompt, context);
        context.accepted(receipt.handle());
        return collected(receipt, context);
    }

    MadeImages resume(RemoteHandle handle, CallContext context) {
        return collected(Receipt.in(handle), context);
    }

    /** A call that ends here without being called off is somebody else's from now on, and fal's work with it. */
    private MadeImages collected(Receipt receipt, CallContext context) {
        AtomicBoolean calledOff = new AtomicBoolean();
        context.onCancel(() -> calledOff.set(true));
        try {
            awaitEnd(receipt, context);
            return results.of(queue.result(receipt, context), receipt, context);
        } catch (ProviderFailure.Canceled canceled) {
            if (calledOff.get()) {
                return late(receipt, canceled);
            }
            throw canceled;
        }
    }

    private void awaitEnd(Receipt receipt, CallContext context) {
        Pauses pauses = new Pauses(firstPause, context);
        News news = new News(key, context);
        QueueState state = state(receipt, pauses, context);
        while (!state.isOver()) {
            news.pass(state);
            pauses.pause();
            state = state(receipt, pauses, context);
        }
        news.pass(state);
        if (state.error().isPresent()) {
            throw failed(state.error().get(), receipt, context);
        }
    }

    /** It is not believed at once that fal knows nothing of what it took on, perhaps only a moment ago. */
    private QueueState state(Receipt receipt, Pauses pauses, CallContext context) {
        for (int look = 1; look < LOOKS_FOR_WHAT_IS_MISSING; look++) {
            try {
                return queue.state(receipt, context);
            } catch (ProviderFailure.OutcomeUnknown missing) {
                pauses.pause();
            }
        }
        return queue.state(receipt, context);
    }

    /** Where the state says nothing about the kind of failure, the result does. */
    private ProviderFailure failed(FalError error, Receipt receipt, CallContext context) {
        if (error.types().isEmpty()) {
            queue.result(receipt, context);
        }
        return failures.of(error, receipt.asked());
    }

    /** Calls the request off. What fal has finished already is paid, and so it is taken. */
    private MadeImages late(Receipt receipt, ProviderFailure.Canceled canceled) {
        try {
            if (queue.callOff(receipt, within(TO_CALL_OFF))) {
                throw canceled;
            }
            CallContext aftermath = within(TO_FETCH_WHAT_IS_LATE);
            Reply reply = queue.result(receipt, aftermath);
            return results.of(reply, receipt, aftermath);
        } catch (ProviderFailure nothingToBeHad) {
            throw canceled;
        }
    }

    /** The call itself is over. */
    private static CallContext within(Duration time) {
        return CallContext.unattended(Instant.now().plus(time));
    }
}
