package dev.pentimento.bootstrap;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text file that settings are read from.
 *
 * @param shown its name for people
 */
record SettingsFile(Path path, String shown) {
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /** The text; nothing when the file is not readable, which is then one of the problems. */
    Optional<String> read(Problems problems) {
        try {
            return Optional.of(withoutMark(Files.readString(path)));
        } catch (NoSuchFileException missing) {
            problems.add(shown, "there is no such file");
        } catch (CharacterCodingException notText) {
            problems.add(shown, "must be text in UTF-8");
        } catch (IOException unreadable) {
            problems.add(shown, "cannot be read (%s); check that it is a file you may read".formatted(unreadable));
        }
        return Optional.empty();
    }

    /** Some editors begin a file with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What to do about a file with a secret in it that others on this machine can read. */
    Optional<String> warningAboutReaders() {
        return isReadableByOthers()
                ? Optional.of("%s holds a key and other users can read it; run: chmod 600 %s".formatted(shown, shown))
                : Optional.empty();
    }

    private boolean isReadableByOthers() {
        @Nullable PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains);
        } catch (IOException gone) {
            return false; // nobody reads a file that is no longer there
        }
    }
}
