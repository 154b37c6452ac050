package dev.pentimento.adapters.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks on files that hold between threads as well as between processes; a process that dies lets go of its own. */
final class FolderLocks {
    /** How many folders the threads of this process can be busy with at a time. */
    private static final int STRIPES = 16;

    // a lock on a file belongs to the whole process, so that its threads need one of their own, whatever they have in
    // common otherwise
    private static final ReentrantLock[] THREADS =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    private FolderLocks() {}

    /** Something that may be done while a lock is held. */
    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    /** Does {@code deed} as soon as nobody else holds the lock on {@code file}, which is created where needed. */
    static void holding(Path file, Deed deed) throws IOException {
        ReentrantLock lock = THREADS[Math.floorMod(file.hashCode(), STRIPES)];
        lock.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            deed.run();
        } finally {
            lock.unlock();
        }
    }
}
