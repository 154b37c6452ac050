package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.out.Answered;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A run wants to know something, while this process has its batch in hand. */
record RunAsker<T>(RunBook book, Journal journal, Function<T, Question.Step> keep) implements Asker<T> {

    @Override
    public void check() {
        book.halt().check();
    }

    @Override
    public void await(Duration time) {
        book.halt().await(time);
    }

    @Override
    public void send(Consumer<Journal.Entry> booking) {
        book.write((entry, run) -> {
            booking.accept(entry);
            return run;
        });
    }

    /** What was paid is settled, whoever has the batch by now. */
    @Override
    public void keep(ProviderCall call, Consumer<Journal.Entry> settling, Answered<T> answer) {
        Question.Step step = keep.apply(answer.value());
        try {
            book.write((entry, run) -> {
                settling.accept(entry);
                return step.take(entry.writer(), run);
            });
        } catch (BatchHold.Lost e) {
            insist(settling);
            throw e;
        }
    }

    @Override
    public void learn(ProviderCall ended) {
        book.learn(List.of(ended));
    }

    @Override
    public void end(Consumer<Journal.Entry> ending, FailureCode code, String message) {
        insist(ending);
    }

    private void insist(Consumer<Journal.Entry> step) {
        journal.insist(entry -> {
            step.accept(entry);
            return entry;
        });
    }
}
