package dev.pentimento.ports.out;

import java.util.function.Function;

/**
 * Concepts, versions and jobs, changed in transactions.
 *
 * <p>Safe for use by several threads and processes. Failures are {@link dev.pentimento.ports.failure.StorageFailure}. Transactions do not nest.
 */
public interface Records extends AutoCloseable {

    /** Runs {@code work} on one consistent state. */
    <T> T read(Function<RecordReader, T> work);

    /**
     * Runs {@code work} in a transaction that has no rival: all of it is kept, durably, or none when it throws.
     *
     * <p>It may run on another thread, for which the caller waits: it must wait for nothing that its caller, or anybody else who writes, holds.
     */
    <T> T write(Function<RecordWriter, T> work);

    @Override
    void close();
}
