package dev.pentimento.testkit.paid;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One call with its surroundings: whatever is under way ends when the call is cancelled or its time is up. */
final class PaidCall {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** What goes wrong before a connection stands, and so before the first byte of a request. */
    private static final List<Class<? extends Exception>> BEFORE_THE_FIRST_BYTE = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            SSLHandshakeException.class);

    private final PaidClient client;
    private final CallContext context;
    private @Nullable CompletableFuture<?> underWay;
    private @Nullable String cancelUrl;
    private boolean aborted;

    private PaidCall(PaidClient client, CallContext context) {
        this.client = client;
        this.context = context;
    }

    static PaidCall begin(PaidClient client, CallContext context) {
        PaidCall call = new PaidCall(client, context);
        context.onCancel(call::abort);
        return call;
    }

    CallContext context() {
        return context;
    }

    /** Sends the request once, and waits. */
    PaidReply ask(HttpRequest request, Asking asking) {
        context.checkCanceled();
        CompletableFuture<HttpResponse<byte[]>> answer = client.send(request);
        hold(answer);
        try {
            return new PaidReply(answer.get(timeLeft().toMillis(), TimeUnit.MILLISECONDS));
        } catch (CancellationException e) {
            throw canceled();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw asking.unclear("%s had no answer within the time limit".formatted(request.uri()), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw asking.unclear("%s was interrupted".formatted(request.uri()), e);
        } catch (ExecutionException e) {
            throw failure(request, asking, e.getCause());
        }
    }

    /** {@link Instant#MAX} is too far away to count the milliseconds. */
    private Duration timeLeft() {
        Instant now = Instant.now();
        return context.deadline().isAfter(now.plus(LONGEST_WAIT))
                ? LONGEST_WAIT
                : Duration.between(now, context.deadline());
    }

    private ProviderFailure failure(HttpRequest request, Asking asking, @Nullable Throwable cause) {
        if (context.isCanceled()) {
            return canceled();
        }
        String message = "%s: %s".formatted(request.uri(), cause);
        boolean unsent = BEFORE_THE_FIRST_BYTE.stream().anyMatch(type -> type.isInstance(cause));
        return unsent ? asking.unsent(message, cause) : asking.unclear(message, cause);
    }

    private static ProviderFailure canceled() {
        return new ProviderFailure.Canceled("The call was cancelled");
    }

    private synchronized void hold(CompletableFuture<?> answer) {
        underWay = answer;
        if (aborted) {
            answer.cancel(true);
        }
    }

    /** How to tell the provider that the result is not wanted any more. */
    synchronized void cancelBy(String address) {
        cancelUrl = address;
        if (aborted) {
            callOff(address);
        }
    }

    private synchronized void abort() {
        aborted = true;
        if (underWay != null) {
            underWay.cancel(true);
        }
        if (cancelUrl != null) {
            callOff(cancelUrl);
        }
    }

    /** Does not wait for the answer: whoever cancels has no time. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void callOff(String address) {
        client.send(client.cancellation(address));
    }
}
