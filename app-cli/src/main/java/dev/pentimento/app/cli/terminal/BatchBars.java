package dev.pentimento.app.cli.terminal;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A bar for each prompt that is worked on and one line for all of them, drawn again and again below the lines of those that are done. */
final class BatchBars implements BatchProgress {
    private static final String UP = "\u001b[%dA";
    private static final String ERASE_DOWN = "\r\u001b[J";
    private static final int BAR = 20;

    /** Less often than this one sees no difference. */
    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Consumer<String> terminal;
    private final InstantSource clock;
    private final TerminalSize size;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Cost> costs = new HashMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private Instant start;
    private double shareAtStart;
    private Instant drawn;
    private int total;
    private int over;
    private int lines;

    BatchBars(Consumer<String> terminal, InstantSource clock, TerminalSize size) {
        this.terminal = terminal;
        this.clock = clock;
        this.size = size;
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
        start = clock.instant();
        for (int i = 0; i < total; i++) {
            Run run = begun.runs().get(i);
            costs.put(run.item().id(), begun.costs().get(i));
            shares.put(run.item().id(), share(run, begun.batch().rules()));
        }
        shareAtStart = share();
        draw(true);
        return begun;
    }

    /** How much of a run was behind it before, 0..1. */
    private static double share(Run run, LoopRules rules) {
        double rounds = run.iterations().stream().filter(Iteration::isSelected).count();
        return run.isOver() ? 1 : Math.min(1, rounds / rules.maxIterations());
    }

    private News stepped(RunBatch.Stepped stepped) {
        String id = stepped.run().item().id();
        shares.put(id, stepped.share());
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
        shares.put(ended.run().item().id(), 1.0);
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
        List<String> all = lines(moment);
        terminal.accept(all.stream().map(this::cut).collect(Collectors.joining("\n")));
        lines = all.size();
    }

    /** As many as the terminal has at most, since what has left it cannot be drawn again. */
    private List<String> lines(Instant moment) {
        int most = Math.max(0, size.lines() - 2);
        List<String> all = new ArrayList<>();
        rows.entrySet().stream().limit(most).forEach(row -> all.add(line(row.getKey(), row.getValue())));
        if (rows.size() > most) {
            all.add("and %d more".formatted(rows.size() - most));
        }
        all.add(totals(moment));
        return all;
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
        return total == 0
                ? 0
                : shares.values().stream().mapToDouble(Double::doubleValue).sum() / total;
    }

    private Cost cost() {
        return costs.values().stream().reduce(Cost.free(), Cost::plus);
    }

    /** As if everything went on as fast as since it was begun or resumed; at the very beginning nobody knows. */
    private String left(Instant moment) {
        double done = share() - shareAtStart;
        if (done < 0.02) {
            return "";
        }
        double seconds = Duration.between(start, moment).toMillis() / 1000.0;
        return ", about %s left".formatted(Words.age(Duration.ofSeconds(Math.round(seconds * (1 - share()) / done))));
    }

    private String cut(String line) {
        return Words.excerpt(line, size.columns() - 1);
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
