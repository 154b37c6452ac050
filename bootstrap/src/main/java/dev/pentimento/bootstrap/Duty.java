package dev.pentimento.bootstrap;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets the processes of this machine see whether one of them works on all jobs of a home: by a lock on a file there, which is gone when its process is,
 * however that ended. Where files cannot be locked, only the own process is seen. Safe for use by several threads.
 *
 * <p>The system gives locks to processes, and whoever closes a file lets go of all that his process has on it. So whoever is on duty has the file open
 * once, and does not open it to look. Each process locks a byte of its own, and those who look do not disturb each other.
 */
final class Duty {
    private static final Map<Path, Post> POSTS = new HashMap<>();

    private final Path file;
    private boolean on;

    /** Nobody's, so far. */
    Duty(Path home) {
        this.file = home.toAbsolutePath().normalize().resolve("workers.lock");
    }

    /** A file this process holds, and for how many. */
    private record Post(Closeable lock, int holders) {
        Post shared(int more) {
            return new Post(lock, holders + more);
        }
    }

    /** The home must be there. */
    void begin() {
        synchronized (POSTS) {
            if (!on) {
                Post post = POSTS.get(file);
                POSTS.put(file, post == null ? new Post(lock(), 1) : post.shared(1));
                on = true;
            }
        }
    }

    void end() {
        synchronized (POSTS) {
            if (on) {
                leave(POSTS.getOrDefault(file, new Post(() -> {}, 1)).shared(-1));
                on = false;
            }
        }
    }

    /** Whether anybody is on duty, in this process or another. */
    boolean isKept() {
        synchronized (POSTS) {
            return POSTS.containsKey(file) || isLockedElsewhere();
        }
    }

    private void leave(Post post) {
        if (post.holders() > 0) {
            POSTS.put(file, post);
            return;
        }
        POSTS.remove(file);
        try {
            post.lock().close();
        } catch (IOException e) {
            return; // the system lets go of it with the process
        }
    }

    private Closeable lock() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 1, false);
            return channel;
        } catch (IOException e) {
            return () -> {};
        }
    }

    private boolean isLockedElsewhere() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }
}
