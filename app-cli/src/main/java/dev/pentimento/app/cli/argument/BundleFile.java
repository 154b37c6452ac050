package dev.pentimento.app.cli.argument;

import dev.pentimento.ports.failure.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where the user wants a bundle, or has one: a file that ends in {@code .zip}. */
public final class BundleFile {
    private static final String ENDING = ".zip";

    private BundleFile() {}

    /** Whether that can only be meant as a bundle: neither a concept's nor a version's id ends like this. */
    public static boolean isNamed(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Absolute; links are followed, so that what they point at is replaced and not the link.
     *
     * @throws IllegalArgumentException if it could not be written
     */
    public static Path target(String name, Path workingDirectory) {
        Path path = workingDirectory.resolve(name).toAbsolutePath().normalize();
        if (!isNamed(name)) {
            throw new IllegalArgumentException("'%s' must end in %s".formatted(name, ENDING));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IllegalArgumentException("'%s' is no file; name one that ends in %s".formatted(name, ENDING));
        }
        Path folder = path.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The folder of '%s' does not exist; make it first".formatted(name));
        }
        if (!Files.isWritable(folder) || (Files.exists(path) && !Files.isWritable(path))) {
            throw new IllegalArgumentException("'%s' cannot be written; check its permissions".formatted(name));
        }
        return real(path);
    }

    /** @throws IllegalArgumentException if there is no such file */
    public static Path source(String name, Path workingDirectory) {
        Path path = workingDirectory.resolve(name).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("No such file: " + name);
        }
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "'%s' is no file but a folder or a device; name a bundle".formatted(name));
        }
        return path;
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            throw new StorageFailure(
                    StorageFailure.Reason.NOT_WRITABLE,
                    "'%s' cannot be looked up; check its permissions".formatted(path),
                    e);
        }
    }
}
