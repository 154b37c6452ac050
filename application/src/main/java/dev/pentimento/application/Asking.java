package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Asks critics and writers, within the limits of their providers. Each call is written down before it is sent, and settled in the transaction that keeps
 * its answer.
 */
final class Asking {
    private final Ledger ledger;
    private final Journal journal;
    private final CallGuard guard;
    private final Providers providers;
    private final Mint mint;

    Asking(Ledger ledger, Journal journal, CallGuard guard, Providers providers, Mint mint) {
        this.ledger = ledger;
        this.journal = journal;
        this.guard = guard;
        this.providers = providers;
        this.mint = mint;
    }

    /** The answer, which the asker has kept then. */
    <T> T ask(Inquiry<T> inquiry, Asker<T> asker, Purse purse) {
        return inquiry.estimate().isFree() ? freely(() -> attempt(inquiry, asker, purse)) : pay(inquiry, asker, purse);
    }

    /** Of somebody who costs nothing, an unreadable answer is asked for once more. */
    static <T> T freely(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProviderFailure.Unintelligible e) {
            return question.get();
        }
    }

    private <T> T pay(Inquiry<T> inquiry, Asker<T> asker, Purse purse) {
        List<FailureCode> failures = new ArrayList<>();
        while (true) {
            try {
                return guard.run(
                        inquiry.provider(),
                        (time, why) -> asker.await(time),
                        List.copyOf(failures),
                        () -> noting(failures, () -> attempt(inquiry, asker, purse)));
            } catch (Postponed e) {
                asker.await(Duration.between(mint.now(), e.until()));
            } catch (Purse.SetAside e) {
                asker.await(Purse.SetAside.A_MOMENT);
            }
        }
    }

    private static <T> T noting(List<FailureCode> failures, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (ProviderFailure e) {
            failures.add(e.code());
            throw e;
        }
    }

    private <T> T attempt(Inquiry<T> inquiry, Asker<T> asker, Purse purse) {
        asker.check();
        try (Purse.Share share = purse.take(inquiry.estimate())) {
            ProviderCall call = call(inquiry);
            asker.send(entry -> ledger.book(entry, call));
            Settled<T> settled;
            try {
                settled = answer(inquiry, asker, call);
            } catch (RuntimeException | Error e) {
                tell(now(call), share, asker);
                throw e;
            }
            tell(settled.call(), share, asker);
            return settled.answer();
        }
    }

    /** @param call as it is then */
    private record Settled<T>(T answer, ProviderCall call) {}

    private static void tell(ProviderCall ended, Purse.Share share, Asker<?> asker) {
        share.spend(List.of(ended));
        asker.learn(ended);
    }

    private ProviderCall now(ProviderCall call) {
        return journal.records().read(reader -> reader.call(call.id())).orElse(call);
    }

    /** A question is never broken off: what was sent is paid, so its answer is waited for. */
    private <T> Settled<T> answer(Inquiry<T> inquiry, Asker<T> asker, ProviderCall call) {
        Answered<T> answer;
        try {
            answer = inquiry.send()
                    .apply(CallContext.unattended(deadline(inquiry), call.id().toString()));
        } catch (ProviderFailure e) {
            end(asker, call, Unanswered.end(call, e), e.code(), e);
            keepEvidence(call, e);
            throw e;
        } catch (RuntimeException | Error e) {
            end(asker, call, Unanswered.end(call, e), FailureCode.INTERNAL, e);
            throw e;
        }
        Delivery delivery = new Delivery(List.of(), answer.report());
        AtomicReference<ProviderCall> settled = new AtomicReference<>();
        asker.keep(call, entry -> settled.set(settle(entry, call, delivery)), answer);
        return new Settled<>(answer.value(), Objects.requireNonNull(settled.get()));
    }

    private void end(Asker<?> asker, ProviderCall call, CallState end, FailureCode code, Throwable failure) {
        asker.end(entry -> ledger.end(entry, call, end), code, Said.of(failure));
    }

    /** Also of a call that was given up meanwhile, as it took so long. */
    private ProviderCall settle(Journal.Entry entry, ProviderCall call, Delivery delivery) {
        return ledger.move(entry, call, new CallState.ResultStored(delivery), new CallState.Done(delivery));
    }

    private Instant deadline(Inquiry<?> inquiry) {
        return mint.now().plus(providers.policy(inquiry.provider()).timeout());
    }

    /** It leaves at once, so it is on its way in the transaction that finds money for it. */
    private ProviderCall call(Inquiry<?> inquiry) {
        Instant now = mint.now();
        return new ProviderCall(
                mint.callId(),
                inquiry.job().id(),
                inquiry.job().owner(),
                inquiry.part(),
                1,
                inquiry.job().attempt(),
                inquiry.provider(),
                null,
                inquiry.request(),
                inquiry.estimate(),
                new CallState.Sending(),
                now,
                now);
    }

    private void keepEvidence(ProviderCall call, ProviderFailure failure) {
        if (failure instanceof ProviderFailure.Unintelligible answered) {
            ledger.keepAnswer(call, answered.answer());
        }
    }
}
