package dev.pentimento.app.cli.argument;

import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;

/** Where the user wants a picture: a file whose ending says its format. It appears whole or not at all. */
public final class OutputFile {
    private static final Map<String, MediaType> FORMATS =
            Map.of("png", MediaType.PNG, "jpg", MediaType.JPEG, "jpeg", MediaType.JPEG);

    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * @throws IllegalArgumentException if it could not be written or its format is none of ours, before anything is worked on or paid
     */
    public static OutputFile named(String name, Path workingDirectory) {
        Path path = workingDirectory.resolve(name).toAbsolutePath().normalize();
        Path folder = path.getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new IllegalArgumentException("'%s' is a folder; -o needs a file name".formatted(name));
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The folder of '%s' does not exist; make it first".formatted(name));
        }
        if (!isDevice(path) && !FORMATS.containsKey(ending(path))) {
            throw new IllegalArgumentException("'%s' must end in .png, .jpg or .jpeg".formatted(name));
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw new IllegalArgumentException("'%s' cannot be written; check its permissions".formatted(name));
        }
        return new OutputFile(path);
    }

    /** The {@code number}th of several, from 1: {@code out.png}, {@code out-2.png}, {@code out-3.png}. */
    public OutputFile numbered(int number) {
        if (number == 1 || isDevice(path)) {
            return this;
        }
        String name = path.toString();
        int dot = name.lastIndexOf('.');
        return new OutputFile(Path.of(name.substring(0, dot) + "-" + number + name.substring(dot)));
    }

    public MediaType mediaType() {
        return FORMATS.getOrDefault(ending(path), MediaType.PNG);
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    public void write(byte[] bytes) {
        try {
            if (isDevice(path)) {
                Files.write(path, bytes);
            } else {
                replace(Files.exists(path) ? path.toRealPath() : path, bytes);
            }
        } catch (IOException e) {
            throw new StorageFailure(
                    StorageFailure.Reason.NOT_WRITABLE,
                    "'%s' cannot be written (%s); the image itself is kept, see: pentimento lineage"
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private static void replace(Path target, byte[] bytes) throws IOException {
        Path draft = target.resolveSibling(".%s.%d.tmp"
                .formatted(target.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.write(draft, bytes);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Pipes and devices such as {@code /dev/null} are written to and never replaced. */
    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    private static String ending(Path path) {
        String name = path.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
