package dev.pentimento.application;

import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.out.Answered;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Who wants to know something: says when to ask no more, and keeps what was asked and answered. Each step of a call is one transaction, in which the
 * asker keeps what belongs to it.
 */
sealed interface Asker<T> permits PersonAsker, RunAsker {

    /** @throws RuntimeException if nothing new is to be begun */
    void check();

    /**
     * Returns when {@code time} is over.
     *
     * @throws RuntimeException as {@link #check}
     */
    void await(Duration time);

    /**
     * The last transaction before the first byte may leave.
     *
     * @throws RuntimeException if the question may not be asked; nothing is kept then
     */
    void send(Consumer<Journal.Entry> booking);

    /** The transaction after which the answer is safe. */
    void keep(ProviderCall call, Consumer<Journal.Entry> settling, Answered<T> answer);

    /** Told of a call that has ended, whatever it brought. */
    void learn(ProviderCall ended);

    /** The transaction that ends a call which brought nothing. */
    void end(Consumer<Journal.Entry> ending, FailureCode code, String message);
}
