package dev.pentimento.adapters.falgemini.gemini;

import static dev.pentimento.adapters.falgemini.gemini.Json.elements;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer to {@link Form#CHECKLIST}, as it is written. */
record ChecklistAnswer(@Nullable List<CheckDraft> checks) {

    /** @throws IllegalArgumentException if it is no list that the domain accepts */
    Checklist checklist() {
        Set<String> ids = elements(checks).stream()
                .map(draft -> String.valueOf(draft.id()))
                .collect(Collectors.toSet());
        return new Checklist(
                elements(checks).stream().map(draft -> draft.check(ids)).toList());
    }

    /** One of the questions. */
    record CheckDraft(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String question,
            @Nullable List<String> dependsOn,
            @Nullable Integer weight,
            @Nullable Boolean required) {

        /** Without dependences on questions that nobody asks. */
        Check check(Set<String> known) {
            return new Check(
                    Objects.requireNonNullElse(id, ""),
                    CheckKind.valueOf(String.valueOf(kind).toUpperCase(Locale.ROOT)),
                    Objects.requireNonNullElse(question, ""),
                    elements(dependsOn).stream().filter(known::contains).toList(),
                    Objects.requireNonNullElse(weight, 1),
                    Boolean.TRUE.equals(required));
        }
    }
}
