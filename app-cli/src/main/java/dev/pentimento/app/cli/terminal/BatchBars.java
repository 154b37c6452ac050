package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A bar for each prompt that is worked on and one line for all of them, drawn again and again below the lines of those that are done. */
final class BatchBars implements BatchProgress {
    private static final String UP = "\u001b[%dA";
    private static final String ERASE_DOWN = "\r\u001b[J";
    private static final int BAR = 20;

    /** Less often than this one sees no difference. */
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Consumer<String> terminal;
    private final InstantSource clock;
    private final int width;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Cost> costs = new HashMap<>();
    private final Instant start;
    private Instant drawn;
    private int total;
    private int over;
    private int lines;

    /** @param width of the terminal in columns */
    BatchBars(Consumer<String> terminal, InstantSource clock, int width) {
        this.terminal = terminal;
        this.clock = clock;
        this.width = width;
        this.start = clock.instant();
        this.drawn = Instant.MIN;
    }

    /** A prompt that is worked on. */
    private record Row(int iteration, String step, double share, String best) {}

    @Override
    public synchronized void show(News news) {
        news.match(this::begun, this::stepped, this::selected, this::over);
    }

    private News begun(RunBatch.Begun begun) {
        total = begun.runs().size();
        draw(true);
        return begun;
    }

    private News stepped(RunBatch.Stepped stepped) {
        String id = stepped.run().item().id();
        costs.put(id, stepped.cost());
        rows.put(
                id,
                new Row(
                        stepped.iteration(),
                        BatchWords.title(stepped.step()),
                        stepped.share(),
                        BatchWords.score(stepped.run())));
        draw(false);
        return stepped;
    }

    private News selected(RunBatch.Selected selected) {
        costs.put(selected.run().item().id(), selected.cost());
        draw(false);
        return selected;
    }

    private News over(RunBatch.Over ended) {
        over++;
        rows.remove(ended.run().item().id());
        costs.put(ended.run().item().id(), ended.cost());
        erase();
        terminal.accept(cut(BatchWords.over(ended)) + "\n");
        draw(true);
        return ended;
    }

    private void draw(boolean now) {
        Instant moment = clock.instant();
        if (!now && moment.isBefore(drawn.plus(REDRAW))) {
            return;
        }
        drawn = moment;
        erase();
        StringBuilder text = new StringBuilder();
        rows.forEach((id, row) -> text.append(cut(line(id, row))).append('\n'));
        text.append(cut(totals(moment)));
        terminal.accept(text.toString());
        lines = rows.size() + 1;
    }

    private static String line(String id, Row row) {
        return "%s %-20s round %d, %s, best %s"
                .formatted(bar(row.share()), Words.excerpt(id, 20), row.iteration(), row.step(), row.best());
    }

    private static String bar(double share) {
        int full = (int) Math.round(share * BAR);
        return "\u2588".repeat(full) + "\u2591".repeat(BAR - full);
    }

    private String totals(Instant moment) {
        return "%s %d of %d done, cost %s%s"
                .formatted(bar(share()), over, total, BatchWords.cost(cost()), left(moment));
    }

    private double share() {
        double begun = rows.values().stream().mapToDouble(Row::share).sum();
        return total == 0 ? 0 : (over + begun) / total;
    }

    private Cost cost() {
        return costs.values().stream().reduce(Cost.free(), Cost::plus);
    }

    /** As if everything went on as fast as so far; at the very beginning nobody knows. */
    private String left(Instant moment) {
        double share = share();
        if (share < 0.02) {
            return "";
        }
        double seconds = Duration.between(start, moment).toMillis() / 1000.0;
        return ", about %s left".formatted(Words.age(Duration.ofSeconds(Math.round(seconds * (1 - share) / share))));
    }

    private String cut(String line) {
        return Words.excerpt(line, width - 1);
    }

    private void erase() {
        if (lines > 1) {
            terminal.accept(UP.formatted(lines - 1));
        }
        if (lines > 0) {
            terminal.accept(ERASE_DOWN);
        }
        lines = 0;
    }

    @Override
    public synchronized void close() {
        erase();
    }
}
