package dev.pentimento.app.cli;

import dev.pentimento.app.cli.batch.BatchFolder;
import dev.pentimento.app.cli.batch.RunFolder;
import dev.pentimento.app.cli.terminal.BatchProgress;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.RunStatus;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import dev.pentimento.ports.in.ShowBatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Writes down what comes of a batch as soon as it is known. What cannot be written is told once and stops nothing: the home keeps all of it. */
final class BatchPaper implements Consumer<News> {
    private final BatchFolder folder;
    private final Workbench bench;
    private final Failures failures;
    private final BatchProgress progress;
    private final RunFolder.Source source;
    private final ReentrantLock summary = new ReentrantLock();
    private volatile boolean failed;

    BatchPaper(BatchFolder folder, Workbench bench, Failures failures, BatchProgress progress) {
        this.folder = folder;
        this.bench = bench;
        this.failures = failures;
        this.progress = progress;
        this.source = new RunFolder.Source(
                bench.useCases().readImage(), bench.useCases().showVersion());
    }

    @Override
    public void accept(News news) {
        progress.show(news);
        news.match(this::begun, stepped -> stepped, this::selected, this::over);
    }

    /** What cannot be written now, nothing should be spent for. */
    private News begun(RunBatch.Begun begun) {
        folder.write(bench.useCases()
                .showBatch()
                .handle(ShowBatch.Query.of(begun.batch().id())));
        return begun;
    }

    private News selected(RunBatch.Selected selected) {
        attempt(() -> {
            ShowBatch.Shown shown = shown(selected.run());
            folder.of(selected.run().item().id())
                    .write(shown, shown.run().iterations().get(selected.iteration() - 1), source);
        });
        return selected;
    }

    /** Of a batch that is called off all prompts are over at about the same time, and the whole is written when the last one is. */
    private News over(RunBatch.Over over) {
        attempt(() -> folder.of(over.run().item().id()).finish(shown(over.run()), source));
        if (over.run().status() != RunStatus.CANCELED) {
            attempt(() -> writeSummary(over.run().batch()));
        }
        return over;
    }

    private void writeSummary(BatchId id) {
        summary.lock();
        try {
            folder.write(bench.useCases().showBatch().handle(ShowBatch.Query.of(id)));
        } finally {
            summary.unlock();
        }
    }

    private ShowBatch.Shown shown(Run run) {
        return bench.useCases()
                .showBatch()
                .handle(new ShowBatch.Query(
                        UserId.LOCAL, run.batch(), run.item().id()))
                .runs()
                .get(0);
    }

    private void attempt(Runnable writing) {
        try {
            writing.run();
        } catch (PentimentoException e) {
            if (!failed) {
                failed = true;
                failures.tell(e);
            }
        }
    }
}
