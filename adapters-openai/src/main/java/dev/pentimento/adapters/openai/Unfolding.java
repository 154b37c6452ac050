package dev.pentimento.adapters.openai;

import com.openai.errors.OpenAIInvalidDataException;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.provider.http.Purpose;
import java.util.Iterator;

/** An answer that comes event by event: shows the pictures that are not finished, and waits for the one that is. */
final class Unfolding {
    private final Order order;
    private final Streamed<?> answer;
    private final CallContext context;
    private int shown;

    Unfolding(Order order, Streamed<?> answer, CallContext context) {
        this.order = order;
        this.answer = answer;
        this.context = context;
    }

    MadeImages watch(Delivery delivery) {
        try {
            for (Iterator<Happening> events = answer.happenings(); events.hasNext(); ) {
                Happening event = events.next();
                if (event instanceof Happening.Completed completed) {
                    return delivery.completed(order, answer.response(), completed);
                }
                if (event instanceof Happening.Partial partial) {
                    show(partial);
                }
            }
        } catch (OpenAIInvalidDataException noSuchEvent) {
            throw Delivery.unintelligible(answer.response(), Cost.unknown());
        }
        throw Purpose.PAID.unclear(
                "Provider '%s' ended its answer before the picture was finished".formatted(OpenAiProviderFactory.NAME),
                null);
    }

    private void show(Happening.Partial partial) {
        shown++;
        int all = Math.max(shown, order.partialImages());
        context.progress((double) shown / (all + 1), "unfinished picture %d of %d".formatted(shown, all));
        Pictures.decoded(partial.picture()).ifPresent(context::partialImage);
    }
}
