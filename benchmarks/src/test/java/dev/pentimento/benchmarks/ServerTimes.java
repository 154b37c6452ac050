package dev.pentimento.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How the server answers to {@value #CLIENTS} clients at once, and whether its memory stays what it was. */
final class ServerTimes {
    private static final int CLIENTS = 100;
    private static final int PERIODS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private ServerTimes() {}

    /** What the environment says in {@code SERVER_SECONDS}, else ten minutes. */
    static Duration wanted() {
        return Duration.ofSeconds(Long.parseLong(
                Optional.ofNullable(System.getenv("SERVER_SECONDS")).orElse("600")));
    }

    static Table measure(Path folder, Duration time) {
        List<ServerLoad> loads = new ArrayList<>();
        List<String> heap = new ArrayList<>();
        try (ServedHome home = ServedHome.open(folder)) {
            List<String> pictures = home.importPictures(CLIENTS);
            load(home, pictures, time.compareTo(WARM_UP) < 0 ? time : WARM_UP);
            heap.add(Machine.usedHeap());
            for (int i = 0; i < PERIODS; i++) {
                loads.add(load(home, pictures, time.dividedBy(PERIODS)));
                heap.add(Machine.usedHeap());
            }
        }
        return table(time, loads, heap);
    }

    private static ServerLoad load(ServedHome home, List<String> pictures, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return ServerLoad.put(home.address(), pictures, () -> System.nanoTime() - end < 0);
    }

    private static Table table(Duration time, List<ServerLoad> loads, List<String> heap) {
        List<String> errors =
                loads.stream().flatMap(load -> load.errors().stream()).toList();
        errors.stream().limit(PERIODS).forEach(System.err::println);
        return Table.of(
                        "%d clients for %d s, the editor answers at once, 8 workers"
                                .formatted(CLIENTS, time.toSeconds()),
                        "in each fifth",
                        "aim")
                .row("requests a second", each(loads, ServerLoad::requestsPerSecond), "")
                .row("of which tasks that were submitted and done", each(loads, ServerLoad::tasksPerSecond), "")
                .row("submit, p50, ms", each(loads, load -> load.submits().p50()), "")
                .row("submit, p99, ms", each(loads, load -> load.submits().p99()), "")
                .row("poll, p50, ms", each(loads, load -> load.polls().p50()), "")
                .row("poll, p99, ms", each(loads, load -> load.polls().p99()), "")
                .row("errors", "" + errors.size(), "0: " + Table.verdict(errors.isEmpty()))
                .row("heap in use before and after each, MB", String.join(" / ", heap), "flat");
    }

    private static String each(List<ServerLoad> loads, ToDoubleFunction<ServerLoad> figure) {
        return String.join(
                " / ",
                loads.stream()
                        .map(load -> Table.number(figure.applyAsDouble(load), 1))
                        .toList());
    }
}
