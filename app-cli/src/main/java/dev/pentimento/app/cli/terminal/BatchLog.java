package dev.pentimento.app.cli.terminal;

import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import java.util.function.Consumer;

/** One line for everything that happens; for logs. */
final class BatchLog implements BatchProgress {
    private final Consumer<String> lines;
    private int total;
    private int over;

    BatchLog(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void show(News news) {
        lines.accept(news.match(this::begun, BatchWords::stepped, BatchWords::selected, this::over));
    }

    private String begun(RunBatch.Begun begun) {
        total = begun.runs().size();
        return "Batch %s: %s".formatted(begun.batch().id(), Words.count(total, "prompt"));
    }

    private String over(RunBatch.Over ended) {
        over++;
        return "%s (%d of %d)".formatted(BatchWords.over(ended), over, total);
    }

    @Override
    public void close() {}
}
