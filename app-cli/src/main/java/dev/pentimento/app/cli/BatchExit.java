package dev.pentimento.app.cli;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.RunStatus;
import dev.pentimento.ports.in.ShowBatch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the process ends after a batch: well if every prompt went as far as its rules say, and by the one reason if none did for one reason. */
final class BatchExit {
    private BatchExit() {}

    static int code(ShowBatch.Details details) {
        List<Run> failed = details.runs().stream()
                .map(ShowBatch.Shown::run)
                .filter(run -> run.status() != RunStatus.DONE)
                .toList();
        if (failed.isEmpty()) {
            return ExitCodes.OK;
        }
        return failed.size() < details.runs().size() ? ExitCodes.FAILURE : common(details, failed);
    }

    private static int common(ShowBatch.Details details, List<Run> failed) {
        Set<Integer> codes = failed.stream()
                .map(run -> ExitCodes.of(code(details.mishaps(), run)))
                .collect(Collectors.toSet());
        return codes.size() == 1 ? codes.iterator().next() : ExitCodes.FAILURE;
    }

    private static FailureCode code(List<Mishap> mishaps, Run run) {
        return run.status() == RunStatus.CANCELED ? FailureCode.CANCELED : last(mishaps, run);
    }

    private static FailureCode last(List<Mishap> mishaps, Run run) {
        return mishaps.stream()
                .filter(mishap -> mishap.item().equals(run.item().id()))
                .reduce((earlier, later) -> later)
                .map(Mishap::code)
                .orElse(FailureCode.INTERNAL);
    }
}
