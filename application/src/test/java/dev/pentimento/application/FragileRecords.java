package dev.pentimento.application;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import dev.pentimento.testkit.Crowd;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records that others may hold, and in which single jobs may be damaged. */
final class FragileRecords implements Records {
    private final Records records;
    private final Set<JobId> damaged = ConcurrentHashMap.newKeySet();
    private volatile boolean full;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile BiPredicate<String, @Nullable Object> refused = (method, argument) -> false;

    FragileRecords(Records records) {
        this.records = records;
    }

    /** From now on nobody can read the job. */
    void damage(JobId job) {
        damaged.add(job);
    }

    /**
     * Others hold the records whenever something is to be written down, so many times.
     *
     * @param what looks at the method of the writer and what it is to write: its last argument, apart from the time
     */
    void refuse(int times, BiPredicate<String, @Nullable Object> what) {
        refusals.set(times);
        refused = what;
    }

    /** From now on nothing can be written. */
    void fillUp() {
        full = true;
    }

    void makeRoom() {
        full = false;
    }

    /** The first so many who call the method go on only when all of them have come. */
    void gather(int crowd, String method) {
        CyclicBarrier all = new CyclicBarrier(crowd);
        AtomicInteger come = new AtomicInteger();
        refused = (called, argument) -> {
            if (called.equals(method) && come.incrementAndGet() <= crowd) {
                Crowd.meet(all);
            }
            return false;
        };
    }

    /** How many refusals are left. */
    int refusalsLeft() {
        return refusals.get();
    }

    @Override
    public <T> T read(Function<RecordReader, T> work) {
        return records.read(reader -> work.apply(guarded(RecordReader.class, reader)));
    }

    @Override
    public <T> T write(Function<RecordWriter, T> work) {
        if (full) {
            throw new StorageFailure(Reason.DISK_FULL, "The records cannot grow; make room", null);
        }
        return records.write(writer -> work.apply(guarded(RecordWriter.class, writer)));
    }

    private <R extends RecordReader> R guarded(Class<R> type, R target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(target, method, arguments)));
    }

    private @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object written = written(arguments);
        if (method.getName().equals("job") && written instanceof JobId job && damaged.contains(job)) {
            throw new StorageFailure(Reason.DAMAGED, "Job %s is damaged".formatted(job), null);
        }
        if (refused.test(method.getName(), written) && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StorageFailure(Reason.BUSY, "The records are in use by another process", null);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object written(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        Object last = arguments[arguments.length - 1];
        return last instanceof Instant ? arguments[0] : last;
    }

    @Override
    public void close() {
        records.close();
    }
}
