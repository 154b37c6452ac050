package dev.pentimento.adapters.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says whether another process holds the lock on a file, which is its only argument. */
final class FolderNeighbour {
    static final String HELD = "held";
    static final String FREE = "free";

    private FolderNeighbour() {}

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            System.out.println(lock == null ? HELD : FREE);
        }
    }
}
