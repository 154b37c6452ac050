package dev.pentimento.app.cli;

import dev.pentimento.app.cli.Interruption.Answer;
import dev.pentimento.app.cli.terminal.Words;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.in.EvaluateImage.Asked;
import dev.pentimento.ports.in.EvaluateImage.Terms;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has critics and writers asked, and tells what for. On Ctrl-C nothing new is asked; what was sent is waited for, as it may be paid. */
final class QuestionDesk {
    /** A little more than a call under way has time to finish. */
    private static final Duration STOPPING = Duration.ofSeconds(35);

    private final Session session;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private @Nullable Asked told;

    QuestionDesk(Session session) {
        this.session = session;
    }

    <T> T ask(TermsOptions options, Function<Terms, T> work) {
        session.interruption().isAnswered(cause -> new Answer(this::stop, STOPPING));
        try {
            return work.apply(options.terms(this::isAbout));
        } finally {
            session.interruption().takesNothingBack();
        }
    }

    private void stop() {
        interrupted.set(true);
        session.console().hint("Ending; nothing new is asked, and an answer on its way has 30 seconds to come");
    }

    private void isAbout(Asked asked) {
        if (interrupted.get()) {
            throw new ProviderFailure.Canceled(
                    "Interrupted; what was paid is kept, and not paid again by the same command");
        }
        if (!asked.equals(told)) {
            told = asked;
            session.console()
                    .hint("Asking %s for %s%s"
                            .formatted(asked.provider(), words(asked.topic()), price(asked.estimate())));
        }
    }

    /** Empty where nobody takes anything. */
    private static String price(Cost estimate) {
        if (estimate.microUsd().isEmpty()) {
            return ", at a price that nobody knows";
        }
        long amount = estimate.microUsd().getAsLong();
        return amount == 0 ? "" : ", for about " + Words.dollars(amount);
    }

    private static String words(Topic topic) {
        return switch (topic) {
            case CHECKLIST -> "a checklist";
            case EVALUATION -> "a judgement";
            case REFINEMENT -> "a better prompt";
            case PROMPT -> "prompts";
        };
    }
}
