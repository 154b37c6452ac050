package dev.pentimento.application;

import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.spi.Providers;
import java.util.Optional;

/**
 * Asks critics and writers what a person wants to know. Who promises to cost nothing is asked without further ado, and nothing of it is kept. Any other
 * question is a job of its own in the ledger: it is asked at most once, whatever becomes of the process, until somebody says that it may be charged
 * again; and its answer is kept, for whoever asks the same.
 */
final class Consultation {
    private final Providers providers;
    private final Asking asking;
    private final Precedents precedents;
    private final Journal journal;
    private final Mint mint;

    Consultation(Providers providers, Asking asking, Precedents precedents, Journal journal, Mint mint) {
        this.providers = providers;
        this.asking = asking;
        this.precedents = precedents;
        this.journal = journal;
        this.mint = mint;
    }

    /**
     * The answer.
     *
     * @throws ProviderFailure.OutcomeUnknown also where it was asked before and nobody knows what became of it
     * @throws ProviderFailure.Unintelligible also where it was paid before and brought nothing that could be read
     */
    <T> T ask(PersonalQuestion<T> question, Sitting sitting) {
        if (question.estimate().isFree()) {
            return askFreely(question, sitting);
        }
        Optional<T> known = known(question, sitting);
        return known.isPresent() ? known.get() : pay(question, sitting);
    }

    private <T> T askFreely(PersonalQuestion<T> question, Sitting sitting) {
        sitting.tell(question);
        return Asking.freely(() -> question.send().apply(context(question)).value());
    }

    private CallContext context(PersonalQuestion<?> question) {
        return CallContext.unattended(
                mint.now().plus(providers.policy(question.provider()).timeout()));
    }

    private <T> Optional<T> known(PersonalQuestion<T> question, Sitting sitting) {
        if (sitting.terms().again() && !question.isAnsweredOnce()) {
            return Optional.empty();
        }
        return journal.records()
                .read(reader -> question.memory()
                        .recall(reader, Precedent.answered(reader, sitting.owner(), question.request())));
    }

    private <T> T pay(PersonalQuestion<T> question, Sitting sitting) {
        Precedent precedent = precedents.admit(question, sitting);
        Job job = precedent.job().orElseGet(() -> job(question, sitting));
        Inquiry<T> inquiry =
                new Inquiry<>(job, 0, question.provider(), question.estimate(), question.request(), question.send());
        try {
            return asking.ask(
                    inquiry, new PersonAsker<>(question, precedent, job, sitting, journal, mint), sitting.purse());
        } catch (ProviderFailure.OutcomeUnknown e) {
            throw new ProviderFailure.OutcomeUnknown(e.getMessage() + Precedents.ASK_AGAIN, e);
        }
    }

    private Job job(PersonalQuestion<?> question, Sitting sitting) {
        return Job.submit(
                mint.jobId(),
                sitting.owner(),
                QuestionHome.of(sitting.owner()),
                question.work(),
                new ProviderChoice(question.provider(), null),
                mint.now());
    }
}
