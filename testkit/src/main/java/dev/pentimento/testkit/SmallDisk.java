package dev.pentimento.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few kilobytes, mounted for one test; the test is skipped, and says so, where mounting is not possible. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path home;

    private SmallDisk(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    public static SmallDisk mount(Path folder, int kilobytes) throws IOException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(mounted, "A small disk cannot be mounted here");
        return new SmallDisk(folder, folder.resolve("home"));
    }

    public Path home() {
        return home;
    }

    public void becomeReadOnly() throws IOException {
        assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "A disk cannot be made read-only here");
    }

    /** The home of this disk once more, at {@code place}, where it cannot be written. */
    public SmallDisk readOnlyView(Path place) throws IOException {
        boolean mounted = run("mount", "--bind", home.toString(), place.toString())
                && run("mount", "-o", "remount,ro,bind", place.toString());
        assumeTrue(mounted, "A read-only view cannot be mounted here");
        return new SmallDisk(place, place);
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static boolean run(String... command) throws IOException {
        return OtherProcess.end(new ProcessBuilder(List.of(command)).inheritIO().start()) == 0;
    }
}
