package dev.pentimento.application;

import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.List;
import java.util.Optional;

/** Asks what runs have to know. Where that costs money, each question is asked at most once, whatever becomes of the process that asks. */
final class Questions {
    private final Asking asking;
    private final Ledger ledger;
    private final Journal journal;

    Questions(Asking asking, Ledger ledger, Journal journal) {
        this.asking = asking;
        this.ledger = ledger;
        this.journal = journal;
    }

    /**
     * The answer, which the run holds then.
     *
     * @throws ProviderFailure.OutcomeUnknown also where an earlier process asked and nobody knows what became of it
     * @throws ProviderFailure.Unintelligible also where an earlier process paid for an answer that could not be read
     */
    <T> T ask(Question<T> question, RunBook book, Purse purse) {
        refuseToPayAgain(question.inquiry(), book);
        return asking.ask(question.inquiry(), new RunAsker<>(book, journal, question.keep()), purse);
    }

    /** Closes what a lost process left. */
    private void refuseToPayAgain(Inquiry<?> inquiry, RunBook book) {
        Optional<ProviderCall> last = last(inquiry);
        Optional<ProviderCall> open = last.filter(call -> call.status().isOpen());
        open.ifPresent(call -> book.write((entry, run) -> {
            ledger.close(entry, call);
            return run;
        }));
        Optional<ProviderCall> closed = open.isPresent() ? last(inquiry) : last;
        closed.ifPresent(call -> {
            book.learn(List.of(call));
            refuseToPayAgain(call);
        });
    }

    private static void refuseToPayAgain(ProviderCall call) {
        if (call.state() instanceof CallState.OutcomeUnknown) {
            throw new ProviderFailure.OutcomeUnknown(
                    "%s was asked by a process that ended before the answer came, and is not paid twice"
                            .formatted(call.provider()),
                    null);
        }
        if (call.state() instanceof CallState.Failed failed && failed.billing() != Billing.FREE) {
            throw new ProviderFailure.Unintelligible(failed.message(), null);
        }
    }

    private Optional<ProviderCall> last(Inquiry<?> inquiry) {
        return ledger.last(inquiry.job().id(), inquiry.part());
    }
}
