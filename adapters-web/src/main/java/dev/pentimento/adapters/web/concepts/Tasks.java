package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.auth.SignedAddresses;
import dev.pentimento.adapters.web.http.Call;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.in.ReportJobs;
import dev.pentimento.ports.in.ReportJobs.Report;
import dev.pentimento.ports.in.ReportJobs.Selection;
import java.util.List;

/** A user's jobs, written as tasks. */
final class Tasks {
    /** Seconds that whoever waits for a task should wait before asking again. */
    static final String PAUSE = "2";

    private final ReportJobs reportJobs;
    private final SignedAddresses addresses;

    Tasks(ReportJobs reportJobs, SignedAddresses addresses) {
        this.reportJobs = reportJobs;
        this.addresses = addresses;
    }

    Report report(JobId id, Call call) {
        return reports(new ReportJobs.One(id), call).get(0);
    }

    List<Report> reports(Selection selection, Call call) {
        return reportJobs.handle(new ReportJobs.Query(call.user(), selection));
    }

    TaskDocument document(JobId id, Call call) {
        return documents(call).of(report(id, call));
    }

    TaskDocument document(JobId id, String message, Call call) {
        return documents(call).of(report(id, call), message);
    }

    TaskDocuments documents(Call call) {
        return new TaskDocuments(new Images(addresses, call.base()));
    }
}
