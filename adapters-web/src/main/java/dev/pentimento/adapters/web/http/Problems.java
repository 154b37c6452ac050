package dev.pentimento.adapters.web.http;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.failure.ProviderFailure;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each failure becomes: the one table for all routes. */
public final class Problems {
    static final String ALLOW = "Allow";

    private static final Logger LOG = LoggerFactory.getLogger("pentimento.server");
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** How long whoever meets a passing trouble of ours should wait, in seconds. */
    private static final int SOON = 5;

    /** How long whoever finds the queue full should wait, in seconds: jobs take longer than requests. */
    private static final int QUEUE_MOVES = 30;

    private static final Map<FailureCode, Integer> STATUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(FailureCode.INVALID_REQUEST, UNPROCESSABLE),
            Map.entry(FailureCode.MODEL_RETIRED, UNPROCESSABLE),
            Map.entry(FailureCode.REFUSED, UNPROCESSABLE),
            Map.entry(FailureCode.ACCESS_DENIED, BAD_GATEWAY),
            Map.entry(FailureCode.QUOTA_EXHAUSTED, UNAVAILABLE),
            Map.entry(FailureCode.ALREADY_ACTIVE, 409),
            Map.entry(FailureCode.QUEUE_FULL, UNAVAILABLE),
            Map.entry(FailureCode.RATE_LIMITED, UNAVAILABLE),
            Map.entry(FailureCode.NOT_SENT, UNAVAILABLE),
            Map.entry(FailureCode.UNAVAILABLE, UNAVAILABLE),
            Map.entry(FailureCode.OUTCOME_UNKNOWN, BAD_GATEWAY),
            Map.entry(FailureCode.UNINTELLIGIBLE, BAD_GATEWAY),
            Map.entry(FailureCode.CANCELED, 409),
            Map.entry(FailureCode.IMAGE_REJECTED, UNPROCESSABLE),
            Map.entry(FailureCode.FETCH_FAILED, UNPROCESSABLE),
            Map.entry(FailureCode.BUNDLE_REJECTED, UNPROCESSABLE),
            Map.entry(FailureCode.NOT_FOUND, 404),
            Map.entry(FailureCode.STORAGE, UNAVAILABLE),
            Map.entry(FailureCode.SETTINGS, UNAVAILABLE),
            Map.entry(FailureCode.INTERNAL, UNAVAILABLE)));

    /** Their messages are for whoever runs the server: they may name places on this machine. */
    private static final Set<FailureCode> OURS =
            Set.of(FailureCode.STORAGE, FailureCode.SETTINGS, FailureCode.INTERNAL);

    private Problems() {}

    public static Problem of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (failure instanceof PentimentoException known) {
            return ofKnown(known);
        }
        if (failure instanceof HttpResponseException early) {
            return allowing(early, ofRouting(early.getStatus()));
        }
        if (failure instanceof HttpException unreadable) {
            return ofRouting(unreadable.getCode());
        }
        if (failure instanceof UnsupportedCharsetException || failure instanceof IllegalCharsetNameException) {
            return Problem.of(
                    415, "unsupported_media_type", "The body is said to be in a charset that is not known; use UTF-8");
        }
        LOG.error("A request failed in a way that was not foreseen", failure);
        return ours(FailureCode.INTERNAL);
    }

    /** As the other; a request that cannot be carried out as it stands is told that it is this field's fault. */
    public static Problem of(PentimentoException failure, String field) {
        Problem problem = of(failure);
        return problem.status() == UNPROCESSABLE ? problem.blaming(field) : problem;
    }

    private static Problem ofKnown(PentimentoException failure) {
        FailureCode code = failure.code();
        if (OURS.contains(code)) {
            LOG.error("A request failed: {}", failure.getMessage());
            return ours(code);
        }
        Problem problem = Problem.of(status(failure), code.label(), String.valueOf(failure.getMessage()));
        if (failure instanceof ProviderFailure.RateLimited limited) {
            return problem.retryAfter(Math.max(1, limited.retryAfter().toSeconds()));
        }
        return problem.status() == UNAVAILABLE ? problem.retryAfter(SOON) : problem;
    }

    /** For a job that finds no room among those that wait. */
    public static Problem queueFull() {
        FailureCode code = FailureCode.QUEUE_FULL;
        return Problem.of(
                        STATUSES.getOrDefault(code, UNAVAILABLE),
                        code.label(),
                        "Too many jobs are waiting already; nothing was taken from your limits, so try again later")
                .retryAfter(QUEUE_MOVES);
    }

    /** For one more who would listen. */
    public static Problem tooManyListen() {
        return Problem.of(UNAVAILABLE, "busy", "Too many listen already; try again later")
                .retryAfter(SOON);
    }

    private static int status(PentimentoException failure) {
        if (failure instanceof FetchFailure fetch) {
            return switch (fetch.reason()) {
                case UNREACHABLE, BROKEN_ANSWER -> BAD_GATEWAY;
                case TIMED_OUT -> GATEWAY_TIMEOUT;
                default -> UNPROCESSABLE;
            };
        }
        if (failure instanceof ImageRejected image && image.reason() == ImageRejected.Reason.BUSY) {
            return UNAVAILABLE;
        }
        return STATUSES.getOrDefault(failure.code(), UNAVAILABLE);
    }

    private static Problem ours(FailureCode code) {
        return Problem.of(UNAVAILABLE, code.label(), "The server cannot do this at the moment; try again later")
                .retryAfter(SOON);
    }

    /** Whoever asks by a method that an address does not take is told which it takes. */
    private static Problem allowing(HttpResponseException early, Problem problem) {
        return early instanceof MethodNotAllowedResponse
                ? problem.with(ALLOW, String.join(", ", early.getDetails().values()))
                : problem;
    }

    /** Where no route was reached, or its request could not be read. */
    public static Problem ofRouting(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("There is nothing at this address");
            case 405 -> Problem.of(status, "method_not_allowed", "This address does not take requests of this method");
            case 413 -> Problem.of(status, "too_large", "The request is too large");
            case 414, 431 -> Problem.of(status, "too_large", "The address or the headers of the request are too long");
            case 501, 505 ->
                Problem.of(status, "not_supported", "The request is of a kind that this server does not know");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "bad_request", "The request cannot be read")
                        : ours(FailureCode.INTERNAL);
        };
    }
}
