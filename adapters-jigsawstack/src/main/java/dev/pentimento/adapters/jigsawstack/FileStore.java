package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.provider.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * JigsawStack's file store, where an image lies while it is being edited. It is deleted afterwards however the edit ends, on a thread of its own, so that nobody
 * waits for it and cancelling does not stop it.
 */
final class FileStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Api api;
    private final ExecutorService cleaner = Executors.newSingleThreadExecutor(FileStore::thread);

    FileStore(Api api) {
        this.api = api;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "jigsawstack-cleaner");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something with the stored image, whose name it is given. */
    <T> T with(EncodedImage image, CallContext context, Function<String, T> work) {
        String wanted = "pentimento-%s.%s"
                .formatted(UUID.randomUUID(), image.mediaType().extension());
        String stored = wanted;
        try {
            Reply reply = api.upload(wanted, image.bytes(), image.mediaType().mime(), context);
            stored = name(reply, wanted);
            return work.apply(stored);
        } finally {
            String used = stored;
            cleaner.execute(() -> delete(used));
        }
    }

    /** As the store calls it, should it have changed the name. */
    private static String name(Reply reply, String wanted) {
        return Json.read(reply.body()).flatMap(json -> Json.text(json, "key")).orElse(wanted);
    }

    /** An upload that failed may have come through all the same. */
    private void delete(String name) {
        try {
            api.delete(name, CallContext.unattended(Instant.now().plus(PATIENCE)));
        } catch (PentimentoException notDeleted) {
            // the store holds a file more; nothing that could be done about it would be worth a failed edit
        }
    }

    /** Waits a moment for what is still to be deleted. */
    @Override
    public void close() {
        cleaner.shutdown();
        try {
            cleaner.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
