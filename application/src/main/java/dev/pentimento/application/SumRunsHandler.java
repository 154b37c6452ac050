package dev.pentimento.application;

import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Candidate;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.LoopFigures;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.RunTrace;
import dev.pentimento.domain.loop.Simulation;
import dev.pentimento.ports.in.SumRuns;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class SumRunsHandler implements SumRuns {
    private final Records records;

    SumRunsHandler(Records records) {
        this.records = records;
    }

    @Override
    public LoopFigures handle(Query query) {
        List<Batch> named = query.batches().stream()
                .map(id -> Batches.find(records, query.owner(), id))
                .toList();
        return records.read(reader -> LoopFigures.of((named.isEmpty() ? reader.batches(query.owner()) : named)
                .stream().flatMap(batch -> traces(reader, batch)).toList()));
    }

    private static Stream<RunTrace> traces(RecordReader reader, Batch batch) {
        return reader.runs(batch.id()).stream().flatMap(run -> trace(reader, batch, run).stream());
    }

    /** Empty for a run that is not over. */
    private static Optional<RunTrace> trace(RecordReader reader, Batch batch, Run run) {
        return Optional.ofNullable(run.ending())
                .map(ending -> new RunTrace(
                        run.iterations().stream()
                                .map(iteration -> round(run, iteration))
                                .toList(),
                        batch.rules().maxIterations(),
                        ending.reason(),
                        new CallHistory(RunBook.calls(reader, run)).cost(),
                        simulation(reader, run)));
    }

    private static RunTrace.Round round(Run run, Iteration iteration) {
        return new RunTrace.Round(
                iteration.candidates().stream().map(Candidate::overall).toList(),
                iteration.winningScore().orElse(null),
                run.bestScore(iteration).orElse(null));
    }

    private static Simulation simulation(RecordReader reader, Run run) {
        return Simulation.of(run.iterations().stream()
                .flatMap(iteration -> reader.job(iteration.job()).stream())
                .toList());
    }
}
