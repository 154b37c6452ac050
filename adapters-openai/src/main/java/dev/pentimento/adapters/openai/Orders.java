package dev.pentimento.adapters.openai;

import com.openai.errors.OpenAIServiceException;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.provider.http.Secret;

/** Places orders, and waits for what comes of them. Safe for use by several threads. */
final class Orders implements AutoCloseable {
    private final OpenAiLibrary library;
    private final Failures failures;
    private final Delivery delivery;

    private Orders(OpenAiLibrary library, Failures failures, Delivery delivery) {
        this.library = library;
        this.failures = failures;
        this.delivery = delivery;
    }

    static Orders by(ProviderSettings settings, Secret key, ImageSource results) {
        return new Orders(OpenAiLibrary.by(settings, key), new Failures(key), new Delivery(new Pictures(results)));
    }

    /** Sends the order once. */
    MadeImages place(Order order, CallContext context) {
        return library.ask(context, images -> {
            try {
                return order.partialImages() == 0
                        ? order.inOnePiece(images, answer -> delivery.whole(order, answer, context))
                        : order.asEvents(images, answer -> watched(order, answer, context));
            } catch (OpenAIServiceException e) {
                throw failures.of(new Complaint(e), order.model());
            }
        });
    }

    /** Servers that know no events answer in one piece all the same. */
    private MadeImages watched(Order order, Streamed<?> answer, CallContext context) {
        return Received.comesAsEvents(answer.response())
                ? new Unfolding(order, answer, context).watch(delivery)
                : delivery.whole(order, answer.response(), context);
    }

    @Override
    public void close() {
        library.close();
    }
}
