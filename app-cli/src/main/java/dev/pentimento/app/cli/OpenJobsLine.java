package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Console;
import dev.pentimento.ports.in.CountOpenJobs;
import java.time.Duration;
import java.util.Optional;

/** Tells how many jobs are open, whenever that changes. */
final class OpenJobsLine {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Console console;
    private final CountOpenJobs openJobs;
    private Optional<CountOpenJobs.Count> last = Optional.empty();

    private OpenJobsLine(Console console, CountOpenJobs openJobs) {
        this.console = console;
        this.openJobs = openJobs;
    }

    static Pulse begin(Console console, Workbench bench) {
        return Pulse.every(PAUSE, new OpenJobsLine(console, bench.useCases().countOpenJobs())::look);
    }

    private void look() {
        Optional<CountOpenJobs.Count> now = Optional.of(openJobs.handle());
        if (!now.equals(last)) {
            last = now;
            now.ifPresent(
                    count -> console.hint("%d under way, %d waiting".formatted(count.underWay(), count.waiting())));
        }
    }
}
