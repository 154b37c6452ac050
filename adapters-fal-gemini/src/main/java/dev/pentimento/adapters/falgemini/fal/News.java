package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Excerpt;
import dev.pentimento.provider.http.Secret;

/** Passes on how a request gets on, each thing once: fal repeats everything with every answer. */
final class News {
    private static final double HALF_WAY = 0.5;

    private final Secret key;
    private final CallContext context;
    private String last = "";
    private int lines;

    News(Secret key, CallContext context) {
        this.key = key;
        this.context = context;
    }

    void pass(QueueState state) {
        for (; lines < state.logs().size(); lines++) {
            tell(HALF_WAY, Excerpt.of(state.logs().get(lines), key));
        }
        if (state.isWaiting()) {
            tell(
                    0,
                    state.position()
                            .map("position %s in the queue of fal"::formatted)
                            .orElse("in the queue of fal"));
        } else if (lines == 0) {
            tell(HALF_WAY, "fal is at work");
        }
    }

    private void tell(double share, String message) {
        if (!message.isEmpty() && !message.equals(last)) {
            last = message;
            context.progress(share, message);
        }
    }
}
