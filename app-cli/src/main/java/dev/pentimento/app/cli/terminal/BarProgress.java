package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.job.JobEvent;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is drawn again and again on one line and vanishes at the end. */
final class BarProgress implements JobProgress {
    private static final String LINE_START = "\r";
    private static final String ERASE_TO_LINE_END = "\u001b[K";
    static final String ERASE = LINE_START + ERASE_TO_LINE_END;

    private static final int REDRAW_MILLIS = 100;

    private final Consumer<String> terminal;
    private final Runnable whenGone;
    private final ProgressBar bar;

    /**
     * @param task what is being done, in a word
     * @param whenGone is run at the end
     * @param width of the terminal in columns
     */
    BarProgress(String task, Consumer<String> terminal, Runnable whenGone, int width, boolean colorful) {
        this.terminal = terminal;
        this.whenGone = whenGone;
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(100)
                .setStyle(colorful ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .hideEta()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, width - 1))
                .build();
    }

    private void draw(String text) {
        terminal.accept(LINE_START + text + ERASE_TO_LINE_END);
    }

    @Override
    public void show(JobEvent event) {
        if (isAtAPoint(event)) {
            bar.stepTo(JobProgress.percent(event));
        }
        if (event.kind() == JobEvent.Kind.PROGRESSED && !event.message().isBlank()) {
            bar.setExtraMessage(Words.excerpt(event.message(), 40));
        } else {
            JobProgress.news(event).ifPresent(bar::setExtraMessage);
        }
    }

    /** An unknown outcome may be that of one call among several. */
    private static boolean isAtAPoint(JobEvent event) {
        return event.kind() != JobEvent.Kind.OUTCOME_UNKNOWN;
    }

    @Override
    public void show(Progress progress) {
        bar.stepTo(JobProgress.percent(progress.share()));
        bar.setExtraMessage(progress.step());
    }

    @Override
    public void close() {
        bar.close();
        terminal.accept(ERASE);
        whenGone.run();
    }
}
