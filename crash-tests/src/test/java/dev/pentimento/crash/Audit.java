package dev.pentimento.crash;

import dev.pentimento.adapters.persistence.FileImageVaultFactory;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.testkit.paid.BilledRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what our books say with each other and with the vendor's bill, when all jobs are final. */
final class Audit {
    private static final int ALL = 100_000;

    /** What may still be told of a job that is over. */
    private static final Set<JobEvent.Kind> NEWS_OF_PROVIDERS =
            EnumSet.of(JobEvent.Kind.ACCEPTED, JobEvent.Kind.LATE_RESULT, JobEvent.Kind.OUTCOME_UNKNOWN);

    private final Studio studio;
    private final List<BilledRequest> bill;
    private final List<String> problems = new ArrayList<>();

    private Audit(Studio studio) {
        this.studio = studio;
        this.bill = studio.vendor().billing().requests().stream()
                .filter(BilledRequest::billed)
                .toList();
    }

    /**
     * Everything that is not as it should be, one line each.
     *
     * @param told the jobs of which somebody was told that they are accepted
     */
    static List<String> problems(Studio studio, List<JobId> told) {
        Audit audit = new Audit(studio);
        List<Job> jobs = studio.jobs();
        Set<JobId> known = jobs.stream().map(Job::id).collect(Collectors.toSet());
        told.stream().filter(id -> !known.contains(id)).forEach(id -> audit.complain("Job %s is lost".formatted(id)));
        jobs.forEach(audit::examine);
        audit.examineBill();
        audit.examineQueue();
        return audit.problems;
    }

    private void complain(String problem) {
        problems.add(problem);
    }

    private void examine(Job job) {
        if (!job.isFinal()) {
            complain(
                    "Job %s is stuck: it is %s".formatted(job.id(), job.status().label()));
        }
        List<ProviderCall> calls = studio.read(reader -> reader.calls(job.id()));
        List<JobEvent> events = studio.read(reader -> reader.events(job.id(), 0, ALL)).stream()
                .map(RecordedEvent::event)
                .toList();
        examineVersions(job, calls);
        examineEvents(job, events);
        calls.forEach(call -> examine(job, call, events));
    }

    private void examineVersions(Job job, List<ProviderCall> calls) {
        List<Version> made = studio.read(reader -> reader.versions(job.concept())).stream()
                .filter(version -> version.origin().madeBy().equals(Optional.of(job.id())))
                .toList();
        List<VersionId> named = job.completed().map(done -> done.versions()).orElse(List.of());
        if (!made.stream().map(Version::id).toList().equals(named)) {
            complain("Job %s says that it made %s, and %s say that they are its".formatted(job.id(), named, made));
        }
        long delivered = calls.stream()
                .filter(call -> call.status() == CallStatus.DONE)
                .map(ProviderCall::part)
                .distinct()
                .count();
        if (job.status() == JobStatus.COMPLETED && delivered != made.size()) {
            complain("Job %s got %d pictures and made %d versions".formatted(job.id(), delivered, made.size()));
        }
        made.forEach(this::examineImage);
    }

    private void examineImage(Version version) {
        ImageVault vault = new FileImageVaultFactory().open(Path.of(studio.setting("home")));
        if (!vault.load(version.image().digest())
                .digest()
                .equals(version.image().digest())) {
            complain("The image of version %s is damaged".formatted(version.id()));
        }
    }

    /** As often as it was submitted, it ended, and nothing but news of providers came after that. */
    private void examineEvents(Job job, List<JobEvent> events) {
        boolean open = false;
        for (JobEvent event : events) {
            if (event.kind() == JobEvent.Kind.SUBMITTED) {
                open = true;
            } else if (!open && !NEWS_OF_PROVIDERS.contains(event.kind())) {
                complain("Job %s was over, and then came %s".formatted(job.id(), event));
            }
            if (event.kind() == JobEvent.Kind.ENDED) {
                open = false;
            }
        }
        if (open || events.isEmpty()) {
            complain("No event tells that job %s is over: %s".formatted(job.id(), events));
        }
    }

    private void examine(Job job, ProviderCall call, List<JobEvent> events) {
        boolean mayStayOpen = call.status() == CallStatus.ACCEPTED && job.status() != JobStatus.COMPLETED;
        if (call.status().isOpen() && !mayStayOpen) {
            complain("Call %s of job %s is still %s"
                    .formatted(call.id(), job.id(), call.status().label()));
        }
        if (call.status() == CallStatus.OUTCOME_UNKNOWN) {
            if (events.stream().noneMatch(event -> event.kind() == JobEvent.Kind.OUTCOME_UNKNOWN)) {
                complain("No event tells that the outcome of call %s of job %s is unknown"
                        .formatted(call.id(), job.id()));
            }
            if (!isShown(job, call)) {
                complain("Job %s does not show that the outcome of its call %s is unknown"
                        .formatted(job.id(), call.id()));
            }
        }
        if (call.status() == CallStatus.DONE && billsOf(call.id()).isEmpty()) {
            complain("Call %s of job %s brought something that is not on the bill".formatted(call.id(), job.id()));
        }
    }

    private boolean isShown(Job job, ProviderCall call) {
        boolean askedAgain =
                studio.read(reader -> reader.calls(job.id())).stream().anyMatch(other -> other.round() > call.round());
        boolean inItsCost = job.completed()
                .filter(done -> done.report().cost().basis() == CostBasis.UNKNOWN)
                .isPresent();
        boolean inItsFailure = job.failed()
                .filter(failed -> failed.code() == FailureCode.OUTCOME_UNKNOWN
                        || failed.message().endsWith("may be charged"))
                .isPresent();
        return askedAgain || inItsCost || inItsFailure || job.status() == JobStatus.CANCELED;
    }

    private List<BilledRequest> billsOf(CallId call) {
        return bill.stream()
                .filter(request -> request.key().equals(call.toString()))
                .toList();
    }

    /** Every line is one of ours, which does not think it free; and none is for what another line is for, unless the user wanted that. */
    private void examineBill() {
        Map<String, BilledRequest> paid = new HashMap<>();
        for (BilledRequest request : bill) {
            Optional<ProviderCall> call = studio.read(reader -> reader.call(CallId.parse(request.key())));
            if (call.isEmpty()) {
                complain("The bill has %s, of which the ledger knows nothing".formatted(request));
                continue;
            }
            examine(call.get(), request);
            BilledRequest other = paid.put(purpose(call.get()), request);
            if (other != null) {
                complain("Billed twice: %s and %s for %s".formatted(other, request, purpose(call.get())));
            }
        }
    }

    private static String purpose(ProviderCall call) {
        return "part %d of job %s, as asked for the %d. time".formatted(call.part(), call.job(), call.round());
    }

    private void examine(ProviderCall call, BilledRequest request) {
        boolean thoughtFree = call.state() instanceof CallState.Failed failed && failed.billing() == Billing.FREE;
        if (thoughtFree || call.status() == CallStatus.PLANNED) {
            complain("Call %s is %s and on the bill".formatted(call.id(), call.state()));
        }
        if (call.status() == CallStatus.DONE && !call.cost().equals(Cost.reported(request.microUsd()))) {
            complain("Call %s cost %s by our books and %s by the bill".formatted(call.id(), call.cost(), request));
        }
    }

    private void examineQueue() {
        List<JobId> waiting = studio.read(
                reader -> reader.tickets().stream().map(ticket -> ticket.job()).toList());
        if (!waiting.isEmpty()) {
            complain("There are still tickets for %s".formatted(waiting));
        }
    }
}
