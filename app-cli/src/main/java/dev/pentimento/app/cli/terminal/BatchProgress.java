package dev.pentimento.app.cli.terminal;

import dev.pentimento.ports.in.RunBatch.News;

/** Shows how a batch gets on. Safe for use by several threads. Closing takes away what would be in the way of further output. */
public interface BatchProgress extends AutoCloseable {
    /** For those who want quiet. */
    BatchProgress SILENT = new BatchProgress() {
        @Override
        public void show(News news) {}

        @Override
        public void close() {}
    };

    void show(News news);

    @Override
    void close();
}
