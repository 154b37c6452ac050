package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.CallStatus;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.spi.Providers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Has providers do the parts of jobs: takes up what was begun before, and otherwise begins. */
final class Calls {
    /** After these failures asking again may help. */
    private static final Set<FailureCode> PASSING =
            EnumSet.of(FailureCode.NOT_SENT, FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE, FailureCode.CANCELED);

    /** After how long an accepted call is looked for again whose provider could not be reached. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final ImageVault vault;
    private final Room room;
    private final CallGuard guard;
    private final Providers providers;
    private final Mint mint;

    Calls(Ledger ledger, ImageVault vault, CallGuard guard, Providers providers, Mint mint) {
        this.ledger = ledger;
        this.vault = vault;
        this.room = new Room(vault);
        this.guard = guard;
        this.providers = providers;
        this.mint = mint;
    }

    /**
     * What the provider makes, or made when it was asked before; no more of it than was asked for.
     *
     * @throws Postponed if it has to go on later
     */
    Delivered deliver(RunningJob job, Ask ask) {
        Delivered delivered = whole(job, ask);
        int came = delivered.images().size();
        if (came > ask.images()) {
            job.progress(
                    1,
                    "%s delivered %d images where %d was asked for; the others stay with the call"
                            .formatted(ask.provider(), came, ask.images()));
        }
        return delivered.atMost(ask.images());
    }

    private Delivered whole(RunningJob job, Ask ask) {
        Optional<ProviderCall> last = ledger.last(job.id(), ask.part());
        Optional<Delivered> kept = last.flatMap(this::kept);
        if (kept.isPresent()) {
            return kept.get();
        }
        last.ifPresent(call -> leaveBehind(job, call, ask.provider()));
        Optional<ProviderCall> accepted = last.filter(call -> call.status() == CallStatus.ACCEPTED);
        return make(new Attempt(job, ask, accepted, ledger, vault, room, timeout(ask)), job, ask);
    }

    /** Whether the provider goes on with it, so that it can be fetched later. */
    boolean isStillMade(RunningJob job, Ask ask) {
        return ask.resumption().isPresent()
                && ledger.last(job.id(), ask.part())
                        .filter(call -> call.status() == CallStatus.ACCEPTED)
                        .isPresent();
    }

    /** What was delivered cannot be used, and was paid all the same: it is not taken for a result again. */
    void reject(RunningJob job, Delivered delivered, ProviderFailure.Unintelligible failure) {
        ProviderCall call = delivered.call();
        String message = String.valueOf(failure.getMessage());
        CallState end = call.isFree()
                ? CallState.Failed.free(failure.code(), message)
                : new CallState.Failed(
                        failure.code(),
                        message,
                        Billing.BILLED,
                        delivered.delivery().report().cost());
        ledger.ended(job, call, end);
    }

    private Duration timeout(Ask ask) {
        return providers.policy(ask.provider()).timeout();
    }

    private Delivered make(Attempt attempt, RunningJob job, Ask ask) {
        try {
            return ask.isFree()
                    ? attempt.make()
                    : guard.run(ask.provider(), job::await, ledger.failures(job, ask), attempt::make);
        } catch (ProviderFailure.Unavailable e) {
            if (attempt.goesOnWithoutUs()) {
                throw new Postponed(mint.now().plus(NEXT_LOOK), String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private Optional<Delivered> kept(ProviderCall call) {
        return call.delivery()
                .filter(delivery -> !delivery.images().isEmpty())
                .map(delivery -> new Delivered(
                        call,
                        delivery,
                        delivery.images().stream().map(vault::load).toList()));
    }

    /** Closes a call that a lost worker left, and stops where another one would not be right. */
    private void leaveBehind(RunningJob job, ProviderCall last, String next) {
        boolean askedAgain = last.round() < job.ticket().round();
        CallState state = close(job, last);
        if (askedAgain) {
            return;
        }
        if (state instanceof CallState.OutcomeUnknown unknown) {
            throw new ProviderFailure.OutcomeUnknown(unknown.message(), null);
        }
        if (state instanceof CallState.Failed failed
                && !isPassing(failed, last.provider().equals(next))) {
            throw new EarlierFailure(failed.code(), failed.message());
        }
    }

    /** The state in which it remains. */
    private CallState close(RunningJob job, ProviderCall last) {
        if (last.status() == CallStatus.PLANNED) {
            return end(
                    job, last, CallState.Failed.free(FailureCode.CANCELED, "Its worker was lost before it was sent"));
        }
        return last.status() == CallStatus.SENDING ? end(job, last, Ledger.lost(last)) : last.state();
    }

    private CallState end(RunningJob job, ProviderCall last, CallState end) {
        ledger.ended(job, last, end);
        return end;
    }

    /** What one provider refused for nothing is no reason for another not to do it. */
    private static boolean isPassing(CallState.Failed failed, boolean sameProvider) {
        return failed.billing() == Billing.FREE && (!sameProvider || PASSING.contains(failed.code()));
    }
}
