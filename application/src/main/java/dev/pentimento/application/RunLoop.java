package dev.pentimento.application;

import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.loop.Candidate;
import dev.pentimento.domain.loop.Iteration;
import dev.pentimento.domain.loop.Proposal;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.Selection;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.prompt.PromptReview.Objection;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.in.RunBatch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one run from wherever it is to its end. Each step looks first at what is recorded, so that one begun before goes on where it was, and what is
 * done is not done again.
 */
final class RunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final Making making;
    private final Judging judging;
    private final Comparing comparing;
    private final Advising advising;
    private final Mint mint;

    RunLoop(Making making, Judging judging, Comparing comparing, Advising advising, Mint mint) {
        this.making = making;
        this.judging = judging;
        this.comparing = comparing;
        this.advising = advising;
        this.mint = mint;
    }

    /**
     * Whatever happens, the run is over afterwards, unless another process has it in hand. What fails for no reason of its own after the batch was called off
     * was interrupted: much does not work any more in a process that is ending.
     */
    void drive(RunBook book, Panel panel, Consumer<RunBatch.News> listener) {
        Telling telling = new Telling(book, listener);
        try {
            go(book, panel, telling);
        } catch (BatchHold.Lost e) {
            return;
        } catch (Halt.Halted e) {
            end(book, StopReason.CANCELED, "");
        } catch (EarlierFailure e) {
            end(book, e.code(), String.valueOf(e.getMessage()));
        } catch (PentimentoException e) {
            end(book, e.code(), e);
        } catch (RuntimeException | Error e) {
            endUnexpectedly(book, e);
        }
        telling.over();
    }

    private void go(RunBook book, Panel panel, Telling telling) {
        book.halt().check();
        Job job = begin(book, panel, telling);
        while (true) {
            judge(book, panel, job, telling);
            select(book, panel, job, telling);
            Optional<StopReason> stop = stop(book, panel, job, telling);
            if (stop.isPresent()) {
                end(book, stop.get(), "");
                return;
            }
            telling.step(RunBatch.Step.GENERATE, book.run().iterations().size() + 1);
            job = making.next(book, panel, proposal(book), best(book));
        }
    }

    private Optional<StopReason> stop(RunBook book, Panel panel, Job job, Telling telling) {
        return Standings.of(book.run(), book.batch().rules()).stop().or(() -> advise(book, panel, job, telling));
    }

    private Job begin(RunBook book, Panel panel, Telling telling) {
        telling.step(RunBatch.Step.GENERATE, Math.max(1, book.run().iterations().size()));
        return book.run().iterations().isEmpty() ? making.first(book, panel) : making.goOn(book, panel);
    }

    private void judge(RunBook book, Panel panel, Job job, Telling telling) {
        book.halt().check();
        if (book.run().checklist() == null) {
            telling.step(RunBatch.Step.ASK);
            judging.writeChecklist(book, panel, job);
        }
        telling.step(RunBatch.Step.JUDGE);
        judging.judge(book, panel, job);
    }

    private void select(RunBook book, Panel panel, Job job, Telling telling) {
        if (book.iteration().isSelected()) {
            return;
        }
        List<Candidate> fresh = inOrder(book.iteration(), job);
        Selection ofThese = Selection.of(null, fresh);
        Selection ofAll = Selection.of(bestBefore(book.run()), fresh);
        if (!ofAll.isClear()) {
            telling.step(RunBatch.Step.COMPARE);
        }
        Candidate best = ofAll.winner(comparing.judge(book, panel, job));
        VersionId winner = fresh.contains(best)
                ? best.version()
                : ofThese.contenders().get(0).version();
        book.conclude(run -> run.withLast(iteration -> iteration.selected(winner, best.version())));
        telling.selected();
    }

    private static @Nullable Candidate bestBefore(Run run) {
        return run.best()
                .flatMap(version -> run.bestJudgement()
                        .map(judged -> new Candidate(version, judged.score().overall())))
                .orElse(null);
    }

    /** In the order of the variants, whichever was judged first. */
    private static List<Candidate> inOrder(Iteration iteration, Job job) {
        List<VersionId> order =
                job.completed().map(JobState.Completed::versions).orElse(List.of());
        return iteration.candidates().stream()
                .sorted(Comparator.comparingInt(candidate -> order.indexOf(candidate.version())))
                .toList();
    }

    /** Why there is nothing more to try; empty if the last iteration holds a proposal for the next. */
    private Optional<StopReason> advise(RunBook book, Panel panel, Job job, Telling telling) {
        book.halt().check();
        if (book.iteration().proposal() == null) {
            telling.step(RunBatch.Step.REFINE);
            advising.advise(book, panel, job, best(book));
        }
        return proposal(book).objection() == Objection.REPEATED
                ? Optional.of(StopReason.DUPLICATE_PROMPT)
                : Optional.empty();
    }

    private static Proposal proposal(RunBook book) {
        Proposal proposal = book.iteration().proposal();
        if (proposal == null) {
            throw new IllegalStateException("Nothing was proposed");
        }
        return proposal;
    }

    private static VersionId best(RunBook book) {
        return book.run().best().orElseThrow(() -> new IllegalStateException("Nothing is selected"));
    }

    private void endUnexpectedly(RunBook book, Throwable failure) {
        if (book.halt().isCalledOff()) {
            LOG.info("Prompt {} was interrupted: {}", book.run().item().id(), String.valueOf(failure));
            end(book, StopReason.CANCELED, "");
        } else {
            end(book, FailureCode.INTERNAL, failure);
        }
    }

    private void end(RunBook book, FailureCode code, Throwable failure) {
        Said.logTheRest(LOG, "The run of prompt " + book.run().item().id(), failure);
        end(book, code, Said.of(failure));
    }

    private void end(RunBook book, FailureCode code, String message) {
        StopReason reason = switch (code) {
            case REFUSED -> StopReason.REJECTED;
            case QUOTA_EXHAUSTED -> StopReason.BUDGET;
            case CANCELED -> StopReason.CANCELED;
            default -> StopReason.FAILED;
        };
        try {
            book.note(code, message);
        } catch (PentimentoException e) {
            LOG.warn(
                    "What went wrong with prompt {} could not be recorded: {}",
                    book.run().item().id(),
                    message);
        }
        end(book, reason, message);
    }

    private void end(RunBook book, StopReason reason, String message) {
        try {
            book.write(run -> run.end(new Run.Ending(reason, message, mint.now())));
        } catch (BatchHold.Lost e) {
            LOG.info("Another process goes on with prompt {}", book.run().item().id());
        } catch (PentimentoException e) {
            LOG.warn(
                    "The end of prompt {} could not be recorded: {}",
                    book.run().item().id(),
                    e.getMessage());
        }
    }
}
