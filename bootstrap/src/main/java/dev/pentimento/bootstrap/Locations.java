package dev.pentimento.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where relative paths begin and where a user's files are by custom (XDG base directories).
 *
 * @param userHome what {@code ~} stands for
 * @param dataHome holds what programs keep
 * @param configHome holds how programs are set up
 */
record Locations(Path workingDirectory, Path userHome, Path dataHome, Path configHome) {

    static Locations of(Map<String, String> environment, Path workingDirectory) {
        Path userHome = Path.of(set(environment, "HOME").orElseGet(() -> System.getProperty("user.home")));
        return new Locations(
                workingDirectory.toAbsolutePath().normalize(),
                userHome,
                absolute(environment, "XDG_DATA_HOME").orElse(userHome.resolve(".local/share")),
                absolute(environment, "XDG_CONFIG_HOME").orElse(userHome.resolve(".config")));
    }

    static SettingType<Path> path() {
        return new SettingType<>("a path", text -> text.isEmpty() ? Optional.empty() : read(text));
    }

    /** The absolute path that a setting means. */
    Path resolve(Path written) {
        Path expanded = written.startsWith("~") ? userHome.resolve(Path.of("~").relativize(written)) : written;
        return workingDirectory.resolve(expanded).normalize();
    }

    /** How people find the file: from the working directory where it lies there. */
    String shown(Path file) {
        return file.startsWith(workingDirectory) ? "./" + workingDirectory.relativize(file) : file.toString();
    }

    private static Optional<Path> read(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** The XDG rules say that relative values must be ignored. */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return set(environment, name).map(Path::of).filter(Path::isAbsolute);
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
