package dev.pentimento.adapters.openai;

import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.provider.http.Purpose;
import dev.pentimento.provider.http.Secret;
import java.time.Instant;
import java.util.Set;

/**
 * What OpenAI's complaints mean. Codes count more than the status, as an error among the events of an answer comes with status 200; both as OpenAI's
 * guide to error codes lists them. Only what it says was not carried out may be tried again.
 */
final class Failures {
    private static final Set<String> REFUSED = Set.of("moderation_blocked", "content_policy_violation");
    private static final Set<String> NO_SUCH_MODEL = Set.of("model_not_found");
    private static final Set<String> NO_MONEY = Set.of("insufficient_quota", "billing_hard_limit_reached");
    private static final Set<String> TOO_FAST = Set.of("rate_limit_exceeded");
    private static final Set<String> BUSY = Set.of("server_is_overloaded", "slow_down");
    private static final Set<String> OUR_MISTAKE = Set.of("invalid_request_error", "image_generation_user_error");

    private final Secret key;

    Failures(Secret key) {
        this.key = key;
    }

    /** @param model the one that was asked */
    ProviderFailure of(Complaint complaint, Model model) {
        String said = complaint.text(key);
        if (complaint.isOneOf(REFUSED)) {
            return new ProviderFailure.Refused(said);
        }
        if (complaint.isOneOf(NO_SUCH_MODEL) && !isAboutTheKey(complaint)) {
            return new ProviderFailure.ModelRetired(said + "; " + insteadOf(model));
        }
        if (complaint.isOneOf(NO_MONEY)) {
            return noMoney(said);
        }
        return complaint.status() == 200 ? amongEvents(complaint, said) : byStatus(complaint, said);
    }

    /** A model may exist, and this key not be allowed to use it. */
    private static boolean isAboutTheKey(Complaint complaint) {
        return complaint.status() == 401 || complaint.status() == 403;
    }

    private static String insteadOf(Model gone) {
        String successor = gone.facts().successor();
        return successor == null ? "choose another model" : "use '%s'".formatted(successor);
    }

    /** The request was taken on before it failed. */
    private static ProviderFailure amongEvents(Complaint complaint, String said) {
        if (complaint.isOneOf(TOO_FAST)) {
            return tooFast(complaint, said);
        }
        return complaint.isOneOf(OUR_MISTAKE) ? new ProviderFailure.InvalidRequest(said) : unclear(said);
    }

    private static ProviderFailure byStatus(Complaint complaint, String said) {
        return switch (complaint.status()) {
            case 400, 413, 415, 422 -> new ProviderFailure.InvalidRequest(said);
            case 404, 405 -> wrongAddress(said);
            case 401, 403 -> new ProviderFailure.AccessDenied(said + "; check " + OpenAiProviderFactory.KEY_VARIABLE);
            case 402 -> noMoney(said);
            case 429 -> tooFast(complaint, said);
            case 503 -> busy(complaint, said);
            default -> isRedirect(complaint) ? wrongAddress(said) : unclear(said);
        };
    }

    /** A page of some gateway does not say what became of the request. */
    private static ProviderFailure busy(Complaint complaint, String said) {
        return complaint.isOneOf(BUSY) ? new ProviderFailure.Unavailable(said, null) : unclear(said);
    }

    private static ProviderFailure noMoney(String said) {
        return new ProviderFailure.QuotaExhausted(said + "; top up the account");
    }

    private static ProviderFailure tooFast(Complaint complaint, String said) {
        return new ProviderFailure.RateLimited(said, complaint.wait(Instant.now()));
    }

    private static boolean isRedirect(Complaint complaint) {
        return complaint.status() / 100 == 3;
    }

    /** There is no such thing at OpenAI, and nobody is followed elsewhere. */
    private static ProviderFailure wrongAddress(String said) {
        return new ProviderFailure.InvalidRequest(
                "%s; check providers.%s.%s".formatted(said, OpenAiProviderFactory.NAME, OpenAiLibrary.BASE_URL));
    }

    /** Without the library's exception, which repeats what OpenAI said, be it the key. */
    private static ProviderFailure unclear(String said) {
        return Purpose.PAID.unclear(said, null);
    }
}
