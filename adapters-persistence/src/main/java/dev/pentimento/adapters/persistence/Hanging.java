package dev.pentimento.adapters.persistence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Something that hangs on an iteration. */
record Hanging<T>(IterationKey key, T value) {
    static <T> Map<IterationKey, List<T>> grouped(List<Hanging<T>> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Hanging::key, Collectors.mapping(Hanging::value, Collectors.toList())));
    }
}
