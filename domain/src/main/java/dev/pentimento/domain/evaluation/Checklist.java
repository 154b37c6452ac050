package dev.pentimento.domain.evaluation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an image has to show, made once from the original words, so that the goal does not drift.
 *
 * @param checks at least one; each with an id of its own, depending on others of this list and never on itself, however indirectly
 */
public record Checklist(List<Check> checks) {
    public Checklist {
        checks = List.copyOf(checks);
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("A checklist needs at least one check");
        }
        Map<String, Check> byId = new LinkedHashMap<>();
        for (Check check : checks) {
            if (byId.put(check.id(), check) != null) {
                throw new IllegalArgumentException("Two checks are called '%s'".formatted(check.id()));
            }
        }
        checks.forEach(check -> requireSound(check, check, byId, new HashSet<>()));
    }

    /** The one question that is always left: whether what was asked for is there. */
    public static Checklist ofWords(String brief) {
        return new Checklist(List.of(new Check(
                "all",
                CheckKind.OBJECT,
                "Does the image show all of this? " + brief.replaceAll("\\s+", " "),
                List.of(),
                Check.MAX_WEIGHT,
                true)));
    }

    private static void requireSound(Check first, Check check, Map<String, Check> byId, Set<String> seen) {
        for (String id : check.dependsOn()) {
            Check ancestor = byId.get(id);
            if (ancestor == null) {
                throw new IllegalArgumentException(
                        "Check '%s' depends on '%s', which is not in the list".formatted(check.id(), id));
            }
            if (ancestor.equals(first)) {
                throw new IllegalArgumentException("Check '%s' depends on itself".formatted(first.id()));
            }
            if (seen.add(id)) {
                requireSound(first, ancestor, byId, seen);
            }
        }
    }

    public Optional<Check> find(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** Every check that one of this list depends on, however indirectly, nearest first. */
    public List<Check> ancestors(Check check) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(check.dependsOn());
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (found.add(id)) {
                find(id).ifPresent(ancestor -> open.addAll(ancestor.dependsOn()));
            }
        }
        return found.stream().flatMap(id -> find(id).stream()).toList();
    }
}
