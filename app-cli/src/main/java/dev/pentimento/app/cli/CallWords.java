package dev.pentimento.app.cli;

import dev.pentimento.app.cli.terminal.Paint;
import dev.pentimento.domain.ledger.ProviderCall;

/** What people read of a call to a provider. */
final class CallWords {
    private CallWords() {}

    static String status(ProviderCall call) {
        return call.status().label().replace('_', ' ');
    }

    static String cost(ProviderCall call) {
        return call.wasSent() ? ResultLines.cost(call.cost()) : "none, nothing was sent";
    }

    static String painted(ProviderCall call, Paint paint) {
        return switch (call.status()) {
            case PLANNED, SENDING, ACCEPTED, RESULT_STORED -> paint.accent(status(call));
            case DONE -> paint.good(status(call));
            case FAILED, OUTCOME_UNKNOWN -> paint.bad(status(call));
        };
    }
}
