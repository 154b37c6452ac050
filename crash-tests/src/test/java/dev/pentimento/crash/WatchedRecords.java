package dev.pentimento.crash;

import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Fixtures;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records whose transactions are points at which the process may end. */
final class WatchedRecords implements Records {
    private final Records records;

    WatchedRecords(Records records) {
        this.records = records;
    }

    Records watched() {
        return records;
    }

    @Override
    public <T> T read(Function<RecordReader, T> work) {
        return records.read(work);
    }

    @Override
    public <T> T write(Function<RecordWriter, T> work) {
        Set<Commit> written = EnumSet.noneOf(Commit.class);
        String caller = Thread.currentThread().getName();
        T result = kept(writer -> {
            T made = work.apply(watched(writer, written, caller));
            first(written).ifPresent(commit -> Faults.reach(commit.before()));
            return made;
        });
        first(written).ifPresent(commit -> Faults.reach(commit.after()));
        return result;
    }

    /** Nobody tries again what failed for another reason than that others hold the database. */
    private <T> T kept(Function<RecordWriter, T> work) {
        try {
            return records.write(work);
        } catch (StorageFailure e) {
            if (e.reason() == StorageFailure.Reason.BUSY && Faults.forget(Faults.Protection.INSISTENCE)) {
                throw new StorageFailure(StorageFailure.Reason.NOT_WRITABLE, String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private static Optional<Commit> first(Set<Commit> written) {
        return written.stream().findFirst();
    }

    private static RecordWriter watched(RecordWriter writer, Set<Commit> written, String caller) {
        RecordWriter target = Faults.forget(Faults.Protection.FENCE) ? Unfenced.around(writer) : writer;
        return (RecordWriter) Proxy.newProxyInstance(
                WatchedRecords.class.getClassLoader(),
                new Class<?>[] {RecordWriter.class},
                (proxy, method, arguments) -> {
                    Commit.of(method.getName(), arguments, caller).ifPresent(written::add);
                    return call(target, method, unmarked(method, arguments));
                });
    }

    /** What a ledger would write that knew of no need to mark a call before it leaves. */
    private static @Nullable Object @Nullable [] unmarked(Method method, @Nullable Object @Nullable [] arguments) {
        if (Faults.forget(Faults.Protection.SENDING)
                && arguments != null
                && method.getName().equals("add")
                && arguments[0] instanceof ProviderCall call) {
            return new Object[] {Fixtures.inState(call, new CallState.Planned(), call.changedAt())};
        }
        return arguments;
    }

    static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
