package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Answer;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.adapters.web.http.Route;
import dev.pentimento.adapters.web.live.EventStreams;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.ForgetJob;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.ReportJobs.Report;
import dev.pentimento.ports.spi.OpenHome;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells about tasks, and calls them off. */
final class TaskRoutes {
    private static final int MOST = 50;
    private static final int USUAL = 20;

    private final CancelJob cancelJob;
    private final ForgetJob forgetJob;
    private final Tasks tasks;
    private final EventStreams streams;

    TaskRoutes(OpenHome home, Tasks tasks, EventStreams streams) {
        this.cancelJob = home.cancelJob();
        this.forgetJob = home.forgetJob();
        this.tasks = tasks;
        this.streams = streams;
    }

    List<Route> routes() {
        return List.of(
                show("/api/tasks/{id}"),
                show("/api/concepts/task/{id}"),
                Route.get("/api/tasks", "The newest tasks, newest first", this::list)
                        .parameter("status", JobStatus.class, "only those")
                        .parameter("limit", Integer.class, "how many at most, 1 to 50; 20 unless told")
                        .answers(200, TaskDocument.Page.class)
                        .problems(422),
                Route.post("/api/tasks/{id}/cancel", "Call a task off; a final one stays as it is", this::cancel)
                        .answers(200, TaskDocument.class)
                        .problems(404),
                Route.delete("/api/tasks/{id}", "Call a task off and see no more of it", this::delete)
                        .answers(204, Void.class)
                        .problems(404),
                Route.get("/api/tasks/{id}/events", "What happens to a task, as it happens", this::events)
                        .answers(200, Void.class)
                        .answers(204, Void.class)
                        .problems(404, 503));
    }

    private Route show(String path) {
        return Route.get(path, "One task", this::show)
                .answers(200, TaskDocument.class)
                .problems(404);
    }

    private static JobId id(Call call) {
        return call.id("id", "task", JobId::new);
    }

    private Answer show(Call call) {
        Report report = tasks.report(id(call), call);
        return paced(Answer.ok(tasks.documents(call).of(report)).tagged(), report);
    }

    private static Answer paced(Answer answer, Report report) {
        return report.job().isFinal() ? answer : answer.with("Retry-After", Tasks.PAUSE);
    }

    private Answer list(Call call) {
        ReportJobs.Newest newest = new ReportJobs.Newest(statuses(call), call.query("limit", 1, MOST, USUAL));
        TaskDocuments documents = tasks.documents(call);
        return Answer.ok(new TaskDocument.Page(
                tasks.reports(newest, call).stream().map(documents::of).toList()));
    }

    private static Set<JobStatus> statuses(Call call) {
        return call.query("status").map(TaskRoutes::statuses).orElseGet(() -> EnumSet.allOf(JobStatus.class));
    }

    private static Set<JobStatus> statuses(String label) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() ->
                        Fields.problem("status", "must be one of " + labels()).refusal());
    }

    private static String labels() {
        return Arrays.stream(JobStatus.values()).map(JobStatus::label).collect(Collectors.joining(", "));
    }

    private Answer cancel(Call call) {
        JobId id = id(call);
        cancelJob.handle(new CancelJob.Command(call.user(), id));
        return Answer.ok(tasks.document(id, call));
    }

    private Answer delete(Call call) {
        forgetJob.handle(new ForgetJob.Command(call.user(), id(call)));
        return Answer.nothing();
    }

    private Answer events(Call call) {
        JobId id = id(call);
        tasks.report(id, call);
        return streams.of(id, call, event -> TaskEvents.write(event, () -> tasks.document(id, call)));
    }
}
