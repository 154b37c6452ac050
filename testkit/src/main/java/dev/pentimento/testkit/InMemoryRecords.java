package dev.pentimento.testkit;

import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Records that are gone when the JVM is; for tests. Keeps every promise of the port but durability. */
public final class InMemoryRecords implements Records {
    private final ReentrantLock writing = new ReentrantLock();
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);
    private volatile InMemoryTables committed = new InMemoryTables();
    private volatile boolean closed;

    @Override
    public <T> T read(Function<RecordReader, T> work) {
        return transact(new InMemoryTransaction(committed), work::apply);
    }

    @Override
    public <T> T write(Function<RecordWriter, T> work) {
        refuseToNest();
        writing.lock();
        try {
            InMemoryTables draft = committed.copy();
            T result = elsewhere(() -> transact(new InMemoryTransaction(draft), work::apply));
            committed = draft;
            return result;
        } finally {
            writing.unlock();
        }
    }

    /** On another thread, as the port allows: work that depends on its own shows at once. */
    private static <T> T elsewhere(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, task -> new Thread(task, "in-memory-records").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private <T> T transact(InMemoryTransaction transaction, Function<InMemoryTransaction, T> work) {
        refuseToNest();
        if (closed) {
            throw new IllegalStateException("These records are closed");
        }
        busy.set(true);
        try {
            return work.apply(transaction);
        } finally {
            busy.set(false);
            transaction.end();
        }
    }

    private void refuseToNest() {
        if (busy.get()) {
            throw new IllegalStateException(
                    "A transaction cannot begin within another one; pass its reader or writer on");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
