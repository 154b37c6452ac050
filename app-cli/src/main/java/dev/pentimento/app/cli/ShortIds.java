package dev.pentimento.app.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The beginnings of ids, as long as it takes to tell them apart. */
final class ShortIds {
    private static final int SHORTEST = 8;

    private final int length;

    private ShortIds(int length) {
        this.length = length;
    }

    static ShortIds of(Collection<?> ids) {
        List<String> all = ids.stream().map(Object::toString).distinct().toList();
        int length = SHORTEST;
        while (!differ(all, length)) {
            length++;
        }
        return new ShortIds(length);
    }

    private static boolean differ(List<String> ids, int length) {
        Set<String> seen = new HashSet<>();
        return ids.stream().allMatch(id -> !endsWithHyphen(id, length) && seen.add(beginning(id, length)));
    }

    private static boolean endsWithHyphen(String id, int length) {
        return length < id.length() && id.charAt(length - 1) == '-';
    }

    private static String beginning(String id, int length) {
        return id.substring(0, Math.min(length, id.length()));
    }

    String of(Object id) {
        return beginning(id.toString(), length);
    }
}
