package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.CallContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far which lever is turned, as a sentence such as {@code Make it much brighter, with slightly more contrast.} Immutable.
 *
 * @param levels -4..4 each, without zeros
 */
record Tuning(Map<Lever, Integer> levels) {
    static final Tuning NONE = new Tuning(Map.of());

    /** How strong a word alone is. */
    private static final int PLAIN = 2;

    private static final List<String> DEGREES = List.of("slightly ", "", "much ", "far ");
    /** Of an operation, 0..1, for each degree; 0.6 is plainly visible. */
    private static final double[] AMOUNTS = {0.3, 0.6, 0.8, 1};

    private static final String OPENING = "Make it ";

    Tuning {
        levels = Map.copyOf(levels);
    }

    /** The tuning of a sentence of ours; of any other, nothing. */
    static Optional<Tuning> of(String sentence) {
        String text = sentence.strip().replaceAll("\\.$", "");
        if (!text.startsWith(OPENING)) {
            return Optional.empty();
        }
        Map<Lever, Integer> levels = new EnumMap<>(Lever.class);
        for (String part : text.substring(OPENING.length()).split(",\\s*", -1)) {
            Optional<Map.Entry<Lever, Integer>> level = level(part);
            if (level.isEmpty()) {
                return Optional.empty();
            }
            levels.put(level.get().getKey(), level.get().getValue());
        }
        return Optional.of(new Tuning(levels));
    }

    private static Optional<Map.Entry<Lever, Integer>> level(String part) {
        for (Lever lever : Lever.values()) {
            for (int amount = 1; amount <= DEGREES.size(); amount++) {
                for (int level : new int[] {amount, -amount}) {
                    if (part.equals(words(lever, level)) && lever.turns(level)) {
                        return Optional.of(Map.entry(lever, level));
                    }
                }
            }
        }
        return Optional.empty();
    }

    int level(Lever lever) {
        return levels.getOrDefault(lever, 0);
    }

    /** A step further: at first as a word alone says, then as much as can be; back from too far only as little as words can tell. */
    Tuning turned(Remedy remedy) {
        int now = level(remedy.lever());
        int next = now + remedy.direction() * (now * remedy.direction() < 0 ? 1 : PLAIN);
        return at(remedy.lever(), next);
    }

    /** As little further as words can tell. */
    Tuning nudged(Remedy remedy) {
        return at(remedy.lever(), level(remedy.lever()) + remedy.direction());
    }

    private Tuning at(Lever lever, int level) {
        int end = lever.isSettled() ? PLAIN : DEGREES.size();
        Map<Lever, Integer> turned = new EnumMap<>(Lever.class);
        turned.putAll(levels);
        if (level == 0) {
            turned.remove(lever);
        } else {
            turned.put(lever, Math.max(-end, Math.min(end, level)));
        }
        return new Tuning(turned);
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    String sentence() {
        return turned().map(lever -> words(lever, level(lever))).collect(Collectors.joining(", ", OPENING, "."));
    }

    /** What is done, as it goes on behind a description; empty if nothing is. */
    String words() {
        return turned().map(lever -> ", " + words(lever, level(lever))).collect(Collectors.joining());
    }

    private static String words(Lever lever, int level) {
        return lever.joint()
                + DEGREES.get(Math.abs(level) - 1)
                + lever.operation(level).label();
    }

    private Stream<Lever> turned() {
        return Arrays.stream(Lever.values()).filter(levels::containsKey);
    }

    /** Turns a picture so, in the order in which operations are done. */
    Raster applied(Raster picture, long seed, CallContext context) {
        if (isEmpty()) {
            return picture;
        }
        LabImage image = LabImage.of(picture);
        Scene scene = new Scene(null, seed, false, context);
        steps().forEach(step -> {
            context.checkCanceled();
            step.edit().apply(image, scene);
        });
        return image.toRaster(picture);
    }

    List<Step> steps() {
        return turned().sorted(Comparator.comparing(this::operation))
                .map(lever -> Step.whole(operation(lever), AMOUNTS[Math.abs(level(lever)) - 1]))
                .toList();
    }

    private Operation operation(Lever lever) {
        return lever.operation(level(lever));
    }
}
