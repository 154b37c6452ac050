package dev.pentimento.application;

import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import dev.pentimento.ports.in.RunBatch.Step;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what becomes of one run. A listener that fails stops nothing. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    /** Images are made, judged, and followed by another prompt. */
    private static final int STEPS = 3;

    private final RunBook book;
    private final Consumer<News> listener;

    Telling(RunBook book, Consumer<News> listener) {
        this.book = book;
        this.listener = listener;
    }

    void step(Step step) {
        step(step, book.run().iterations().size());
    }

    void step(Step step, int iteration) {
        int done = (iteration - 1) * STEPS + before(step);
        double all = STEPS * book.batch().rules().maxIterations();
        tell(new RunBatch.Stepped(book.run(), step, iteration, Math.min(1, done / all), book.cost()));
    }

    private static int before(Step step) {
        return switch (step) {
            case GENERATE -> 0;
            case ASK, JUDGE, COMPARE -> 1;
            case REFINE -> 2;
        };
    }

    void selected() {
        tell(new RunBatch.Selected(book.run(), book.run().iterations().size(), book.cost()));
    }

    void over() {
        tell(new RunBatch.Over(book.run(), book.cost()));
    }

    private void tell(News news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A listener of batch {} failed", book.batch().id(), e);
        }
    }
}
