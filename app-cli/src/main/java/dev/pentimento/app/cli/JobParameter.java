package dev.pentimento.app.cli;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.ports.in.ShowJob;
import picocli.CommandLine.Parameters;

/** Which job a command is about. */
final class JobParameter {
    @Parameters(paramLabel = "JOB", description = "Its id or the beginning of it. See: pentimento jobs")
    private String job = "";

    ShowJob.Details find(Workbench bench) {
        return find(job, bench);
    }

    static ShowJob.Details find(String job, Workbench bench) {
        return bench.useCases().showJob().handle(new ShowJob.Query(UserId.LOCAL, job));
    }
}
