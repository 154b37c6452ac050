package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks critics and writers what runs have to know. Where that costs money, each question is asked at most once, whatever becomes of the process that
 * asks: the call is written down before it is sent, and settled in the transaction that keeps its answer.
 */
final class Questions {
    private final Ledger ledger;
    private final Journal journal;
    private final CallGuard guard;
    private final Providers providers;
    private final Mint mint;

    Questions(Ledger ledger, Journal journal, CallGuard guard, Providers providers, Mint mint) {
        this.ledger = ledger;
        this.journal = journal;
        this.guard = guard;
        this.providers = providers;
        this.mint = mint;
    }

    /**
     * The answer, which the run holds then. An unreadable one is asked for once more where that costs nothing.
     *
     * @throws ProviderFailure.OutcomeUnknown also where an earlier process asked and nobody knows what became of it
     * @throws ProviderFailure.Unintelligible also where an earlier process paid for an answer that could not be read
     */
    <T> T ask(Question<T> question, RunBook book, Purse purse) {
        refuseToPayAgain(question, book);
        return question.isFree() ? askFreely(question, book, purse) : pay(question, book, purse);
    }

    private <T> T askFreely(Question<T> question, RunBook book, Purse purse) {
        try {
            return attempt(question, book, purse);
        } catch (ProviderFailure.Unintelligible e) {
            return attempt(question, book, purse);
        }
    }

    private <T> T pay(Question<T> question, RunBook book, Purse purse) {
        while (true) {
            try {
                return guard.run(
                        question.provider(),
                        (time, why) -> book.halt().await(time),
                        () -> attempt(question, book, purse));
            } catch (Postponed e) {
                book.halt().await(Duration.between(mint.now(), e.until()));
            }
        }
    }

    /** Closes what a lost process left. */
    private void refuseToPayAgain(Question<?> question, RunBook book) {
        Optional<ProviderCall> last = last(question.job().id(), question.part());
        if (last.filter(call -> call.status().isOpen()).isPresent()) {
            book.write((entry, run) -> {
                last.ifPresent(call -> ledger.close(entry, call));
                return run;
            });
        }
        last(question.job().id(), question.part()).ifPresent(Questions::refuseToPayAgain);
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

    private Optional<ProviderCall> last(JobId job, int part) {
        return ledger.last(job, part);
    }

    private <T> T attempt(Question<T> question, RunBook book, Purse purse) {
        book.halt().check();
        try (Purse.Share share = purse.take(question.estimate())) {
            ProviderCall call = send(question, book);
            try {
                return answer(question, book, call);
            } finally {
                share.spend(List.of(now(call)));
            }
        }
    }

    private ProviderCall now(ProviderCall call) {
        return journal.records().read(reader -> reader.call(call.id())).orElse(call);
    }

    /** A question is never broken off: what was sent is paid, so its answer is waited for. */
    private <T> T answer(Question<T> question, RunBook book, ProviderCall call) {
        Answered<T> answer;
        try {
            answer = question.send()
                    .apply(CallContext.unattended(deadline(question), call.id().toString()));
        } catch (ProviderFailure e) {
            ended(call, Unanswered.end(call, e));
            keepEvidence(call, e);
            throw e;
        } catch (RuntimeException | Error e) {
            ended(call, Unanswered.end(call, e));
            throw e;
        }
        keep(question, book, call, answer);
        return answer.value();
    }

    private <T> void keep(Question<T> question, RunBook book, ProviderCall call, Answered<T> answer) {
        Delivery delivery = new Delivery(List.of(), answer.report());
        try {
            book.write((entry, run) -> {
                settle(entry, call, delivery);
                return question.keep().keep(entry.writer(), run, answer.value());
            });
        } catch (BatchHold.Lost e) {
            journal.insist(entry -> settle(entry, call, delivery));
            throw e;
        }
    }

    /** Also of a call that was given up meanwhile, as it took so long. */
    private ProviderCall settle(Journal.Entry entry, ProviderCall call, Delivery delivery) {
        ProviderCall stored = ledger.move(entry, call, new CallState.ResultStored(delivery));
        return ledger.move(entry, stored, new CallState.Done(delivery));
    }

    private Instant deadline(Question<?> question) {
        return mint.now().plus(providers.policy(question.provider()).timeout());
    }

    /** It leaves at once, so it is on its way in the transaction that finds money for it. */
    private ProviderCall send(Question<?> question, RunBook book) {
        ProviderCall call = call(question);
        book.write((entry, run) -> {
            ledger.book(entry, call);
            return run;
        });
        return call;
    }

    private ProviderCall call(Question<?> question) {
        Instant now = mint.now();
        return new ProviderCall(
                mint.callId(),
                question.job().id(),
                question.job().owner(),
                question.part(),
                1,
                question.job().attempt(),
                question.provider(),
                null,
                question.request(),
                question.estimate(),
                new CallState.Sending(),
                now,
                now);
    }

    private void ended(ProviderCall call, CallState end) {
        journal.insist(entry -> ledger.end(entry, call, end));
    }

    private void keepEvidence(ProviderCall call, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.Unintelligible answered) {
            ledger.keepAnswer(call, answered.answer());
        }
    }
}
