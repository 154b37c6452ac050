package dev.pentimento.app.cli;

import dev.pentimento.domain.job.Job;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "watch",
        description = "Follows a job from its beginning to its end; Ctrl-C ends the watching, not the job.")
final class WatchCommand implements Callable<Integer> {
    private final Session session;
    private final JobWatch watch;

    @Mixin
    private JobParameter job = new JobParameter();

    @Mixin
    private OutputOption output = new OutputOption();

    WatchCommand(Session session, JobWatch watch) {
        this.session = session;
        this.watch = watch;
    }

    @Override
    public Integer call() {
        return session.withWorkbench(bench -> {
            Job watched = job.find(bench).job();
            Destination destination = output.destination(session, watched.work().images());
            return watch.lookOn(watched, destination, bench);
        });
    }
}
