package dev.pentimento.testkit.paid;

import dev.pentimento.ports.failure.ProviderFailure;

/** What the provider's answers mean that are no success: one place for the whole table. */
final class PaidFailures {
    static final String CODE = "code";
    static final String MESSAGE = "message";
    static final String SUCCESSOR = "successor";

    static final String RATE_LIMITED = "rate_limit_exceeded";
    static final String NO_MONEY = "insufficient_quota";
    static final String MODERATED = "moderation_blocked";
    static final String OVERLOADED = "server_is_overloaded";
    static final String MODEL_RETIRED = "model_retired";

    private static final int LONGEST_QUOTE = 200;

    private final String provider;
    private final String keySetting;

    /** @param keySetting the full name of the setting that holds the key */
    PaidFailures(String provider, String keySetting) {
        this.provider = provider;
        this.keySetting = keySetting;
    }

    ProviderFailure of(PaidReply reply, Asking asking) {
        String said = said(reply);
        return switch (reply.status()) {
            case 400, 404, 413, 422 -> objection(reply, asking, said);
            case 401, 403 -> new ProviderFailure.AccessDenied(said + "; check " + keySetting);
            case 402 -> new ProviderFailure.QuotaExhausted(said + "; top up the account");
            case 429 -> tooMuch(reply, said);
            case 503 -> unavailable(reply, asking, said);
            default -> asking.unclear(said, null);
        };
    }

    private ProviderFailure objection(PaidReply reply, Asking asking, String said) {
        String code = reply.field(CODE).orElse("");
        if (asking == Asking.FOR_RESULT && reply.status() == 404) {
            return ProviderFailure.OutcomeUnknown.forgotten(said + "; it does not know the request any more");
        }
        return switch (code) {
            case MODERATED -> new ProviderFailure.Refused(said);
            case MODEL_RETIRED ->
                new ProviderFailure.ModelRetired(
                        said + "; use " + reply.field(SUCCESSOR).orElse("another model"));
            default -> new ProviderFailure.InvalidRequest(said);
        };
    }

    private static ProviderFailure tooMuch(PaidReply reply, String said) {
        boolean noMoney = reply.field(CODE).filter(NO_MONEY::equals).isPresent();
        return noMoney
                ? new ProviderFailure.QuotaExhausted(said + "; top up the account")
                : new ProviderFailure.RateLimited(said, reply.retryAfter());
    }

    /** Only what the provider writes itself says that it did no work; a page of its gateway does not. */
    private static ProviderFailure unavailable(PaidReply reply, Asking asking, String said) {
        boolean documented = reply.field(CODE).filter(OVERLOADED::equals).isPresent();
        return documented ? new ProviderFailure.Unavailable(said, null) : asking.unclear(said, null);
    }

    ProviderFailure.Unintelligible unusable(PaidReply reply) {
        String message = "Provider '%s' answered %d with %d bytes that are no image; the answer is kept"
                .formatted(provider, reply.status(), reply.body().length);
        return new ProviderFailure.Unintelligible(message, reply.body(), reply.cost(), null);
    }

    private String said(PaidReply reply) {
        String message = reply.field(MESSAGE).orElse("");
        String quote = message.replaceAll("\\p{Cntrl}+", " ").strip();
        String answered = "Provider '%s' answered %d".formatted(provider, reply.status());
        return quote.isEmpty()
                ? answered
                : answered + " (" + quote.substring(0, Math.min(quote.length(), LONGEST_QUOTE)) + ")";
    }
}
