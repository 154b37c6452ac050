package dev.pentimento.domain.loop;

import dev.pentimento.domain.prompt.Scene;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One prompt of a batch.
 *
 * @param id unique within its batch, and safe as the name of a folder on every system
 * @param scene with at least one of its texts
 * @param model that makes its images; null = the one of the batch
 */
public record Item(String id, Scene scene, @Nullable String model) {
    public static final int MAX_ID = 64;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?");

    /** Whatever follows a dot: some systems take these for machines. */
    private static final Set<String> MACHINES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    public Item {
        if (!isSafe(id)) {
            throw new IllegalArgumentException(
                    "'%s' is no id: it takes 1 to %d letters, digits, '.', '_' and '-', begins with a letter or digit, does not end with a dot, and is no name of a device"
                            .formatted(id, MAX_ID));
        }
        if (scene.text().isEmpty()) {
            throw new IllegalArgumentException("Prompt '%s' has no text: give it a prompt or a scene".formatted(id));
        }
    }

    /** Whether a folder may have this name on every system. */
    public static boolean isSafe(String id) {
        return SAFE.matcher(id).matches() && !isDevice(id);
    }

    /** Whether a system takes it for something else than a file, whatever its ending. */
    public static boolean isDevice(String id) {
        return MACHINES.contains(stem(id));
    }

    private static String stem(String id) {
        int dot = id.indexOf('.');
        return (dot < 0 ? id : id.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
