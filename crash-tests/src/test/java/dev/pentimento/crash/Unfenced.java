package dev.pentimento.crash;

import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.JobStatus;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.ports.out.RecordWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Records to a worker that takes what it wrote last of a job for the truth, whatever others have written since, and writes over it. */
final class Unfenced implements InvocationHandler {
    private static final Map<JobId, Job> JOBS = new ConcurrentHashMap<>();
    private static final Map<JobId, Ticket> TICKETS = new ConcurrentHashMap<>();

    private final RecordWriter writer;

    private Unfenced(RecordWriter writer) {
        this.writer = writer;
    }

    static RecordWriter around(RecordWriter writer) {
        return (RecordWriter) Proxy.newProxyInstance(
                Unfenced.class.getClassLoader(), new Class<?>[] {RecordWriter.class}, new Unfenced(writer));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments[0] instanceof JobId job && JOBS.containsKey(job)) {
            return remembered(method, job, arguments);
        }
        if (arguments != null && method.getName().equals("replace")) {
            return replace(method, arguments);
        }
        return WatchedRecords.call(writer, method, arguments);
    }

    private @Nullable Object remembered(Method method, JobId job, @Nullable Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "job" -> Optional.ofNullable(JOBS.get(job));
            case "ticket" -> Optional.ofNullable(TICKETS.get(job));
            case "isHeld" -> true;
            default -> WatchedRecords.call(writer, method, arguments);
        };
    }

    private @Nullable Object replace(Method method, @Nullable Object[] arguments) throws Throwable {
        if (arguments[1] instanceof Ticket ticket) {
            TICKETS.put(ticket.job(), ticket);
        }
        if (arguments[1] instanceof Job next) {
            remember(next);
            return writer.replace(writer.job(next.id()).orElseThrow(), next);
        }
        return WatchedRecords.call(writer, method, arguments);
    }

    private static void remember(Job job) {
        if (job.status() == JobStatus.PROCESSING) {
            JOBS.put(job.id(), job);
        } else {
            JOBS.remove(job.id());
        }
    }
}
