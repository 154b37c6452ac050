package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageVault;
import dev.pentimento.ports.out.MadeImages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One part of a job while it is asked for. Each time it is made it is a call of its own, until a provider accepts one: that one is taken up again
 * from then on.
 */
final class Attempt {
    private final RunningJob job;
    private final Ask ask;
    private final Ledger ledger;
    private final ImageVault vault;
    private final Room room;
    private final Duration timeout;
    private volatile Optional<ProviderCall> accepted;

    Attempt(
            RunningJob job,
            Ask ask,
            Optional<ProviderCall> accepted,
            Ledger ledger,
            ImageVault vault,
            Room room,
            Duration timeout) {
        this.job = job;
        this.ask = ask;
        this.accepted = accepted;
        this.ledger = ledger;
        this.vault = vault;
        this.room = room;
        this.timeout = timeout;
    }

    /** Whether the provider finishes it whatever becomes of us, and can be asked for it later. */
    boolean goesOnWithoutUs() {
        return accepted.isPresent() && ask.resumption().isPresent();
    }

    /** @throws ProviderFailure.Unavailable also where an accepted call could not be asked for; it is not lost by that */
    Delivered make() {
        job.checkMayAsk();
        Optional<ProviderCall> known = accepted;
        return known.isPresent() ? resume(known.get()) : send();
    }

    private Delivered resume(ProviderCall call) {
        RemoteHandle handle = ((CallState.Accepted) call.state()).handle();
        return ask.resumption()
                .map(resumption -> receive(call, context -> resumption.resume(handle, context)))
                .orElseThrow(() -> lost(call));
    }

    private ProviderFailure lost(ProviderCall call) {
        String message = "%s accepted the request, and cannot be asked for its result".formatted(ask.provider());
        ledger.ended(job, call, new CallState.OutcomeUnknown(message));
        return new ProviderFailure.OutcomeUnknown(message, null);
    }

    private Delivered send() {
        if (ask.isFree()) {
            return receive(ledger.send(job, ask), ask.send());
        }
        room.setAside(ask.images());
        try {
            return receive(ledger.send(job, ask), ask.send());
        } finally {
            room.giveBack(ask.images());
        }
    }

    private Delivered receive(ProviderCall call, Function<CallContext, MadeImages> maker) {
        Surroundings surroundings = new Surroundings(call);
        MadeImages made;
        try {
            made = maker.apply(surroundings.context);
        } catch (ProviderFailure e) {
            throw settle(surroundings.call, e);
        } catch (RuntimeException | Error e) {
            giveUp(surroundings.call, e);
            throw e;
        }
        return keep(surroundings.call, made);
    }

    /** A mistake of ours says nothing of what a provider goes on with, and one in a process that is ending nothing of what others may do again for nothing. */
    private void giveUp(ProviderCall call, Throwable mistake) {
        boolean othersGoOn = goesOnWithoutUs() || (call.isFree() && job.isParked());
        if (!othersGoOn) {
            ledger.ended(job, call, Unanswered.end(call, mistake));
        }
    }

    /** What to throw. */
    private RuntimeException settle(ProviderCall call, ProviderFailure failure) {
        if (goesOnWithoutUs() && failure instanceof ProviderFailure.Canceled && !isCalledOffByUser()) {
            return job.isParked() ? job.parting() : failure;
        }
        if (hasNothingToBeAskedFor(failure)) {
            accepted = Optional.empty();
        }
        if (goesOnWithoutUs() && saysNothingOfTheResult(failure)) {
            return new ProviderFailure.Unavailable(String.valueOf(failure.getMessage()), failure);
        }
        if (goesOnWithoutUs() && isAboutTheAccount(failure)) {
            return failure;
        }
        if (failure instanceof ProviderFailure.Unintelligible answered) {
            ledger.keepAnswer(call, answered.answer());
        }
        ledger.ended(job, call, end(call, failure));
        return failure;
    }

    private boolean isCalledOffByUser() {
        return job.stopping().filter(why -> why == Stopping.CANCELED).isPresent();
    }

    private static boolean hasNothingToBeAskedFor(ProviderFailure failure) {
        return failure instanceof ProviderFailure.OutcomeUnknown unknown
                ? unknown.isForgotten()
                : Bill.isGivenUp(failure);
    }

    private static boolean saysNothingOfTheResult(ProviderFailure failure) {
        return failure instanceof ProviderFailure.NotSent
                || failure instanceof ProviderFailure.Unavailable
                || failure instanceof ProviderFailure.RateLimited
                || failure instanceof ProviderFailure.OutcomeUnknown;
    }

    /** Whoever may not ask today may still get what was accepted yesterday, when the key or the credit is there again. */
    private static boolean isAboutTheAccount(ProviderFailure failure) {
        return failure instanceof ProviderFailure.AccessDenied || failure instanceof ProviderFailure.QuotaExhausted;
    }

    private CallState end(ProviderCall call, ProviderFailure failure) {
        String message = String.valueOf(failure.getMessage());
        if (call.isFree()) {
            return CallState.Failed.free(failure.code(), message);
        }
        if (failure instanceof ProviderFailure.OutcomeUnknown) {
            return new CallState.OutcomeUnknown(message);
        }
        if (failure instanceof ProviderFailure.Canceled) {
            return isCalledOffByUser()
                    ? new CallState.Failed(failure.code(), message, Billing.UNKNOWN, Cost.unknown())
                    : new CallState.OutcomeUnknown(message);
        }
        return Bill.of(call, failure);
    }

    private Delivered keep(ProviderCall call, MadeImages made) {
        if (call.isFree()) {
            return new Delivered(call, new Delivery(List.of(), made.report()), made.images());
        }
        Delivery delivery = new Delivery(store(call, made), made.report());
        return new Delivered(ledger.delivered(job, call, delivery), delivery, made.images());
    }

    private List<ImageDigest> store(ProviderCall call, MadeImages made) {
        try {
            return made.images().stream().map(vault::store).toList();
        } catch (StorageFailure e) {
            lose(call, made, e);
            throw e;
        }
    }

    /** What a provider can be asked for again is not lost. */
    private void lose(ProviderCall call, MadeImages made, StorageFailure failure) {
        if (!goesOnWithoutUs()) {
            String message = "The provider delivered, and the result could not be kept: " + Said.of(failure);
            Cost cost = Bill.known(made.report().cost(), call);
            ledger.ended(job, call, new CallState.Failed(failure.code(), message, Billing.BILLED, cost));
        }
    }

    /** What the provider tells about one call while it is under way. */
    private final class Surroundings implements RunningCall.Sink {
        private final RunningCall context;
        private volatile ProviderCall call;

        Surroundings(ProviderCall call) {
            this.call = call;
            this.context = new RunningCall(job, call.id(), job.deadlineWithin(timeout), this);
            if (goesOnWithoutUs()) {
                context.goesOnWithoutUs();
            }
        }

        @Override
        public void accepted(RemoteHandle handle) {
            ProviderCall now = ledger.accepted(job, call, handle);
            call = now;
            accepted = Optional.of(now);
            if (goesOnWithoutUs()) {
                context.goesOnWithoutUs();
            }
            ledger.requireOurs(job);
        }

        /** Nothing that a paid call may fail for. */
        @Override
        public void partialImage(EncodedImage image) {
            try {
                job.tell(job.event(JobEvent.Kind.PARTIAL_IMAGE, 0, ask.provider(), vault.store(image)));
            } catch (StorageFailure e) {
                job.progress(0, "A picture that was not finished could not be kept: " + Said.of(e));
            }
        }
    }
}
