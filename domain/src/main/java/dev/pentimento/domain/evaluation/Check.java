package dev.pentimento.domain.evaluation;

import java.util.List;

/**
 * One question about an image that is answered with yes or no; yes is good.
 *
 * @param id unique within its checklist
 * @param dependsOn ids of checks without whose yes this one means nothing
 * @param weight 1..{@value #MAX_WEIGHT}
 * @param required whether an image that fails it cannot be the goal, however good the rest is
 */
public record Check(String id, CheckKind kind, String question, List<String> dependsOn, int weight, boolean required) {
    public static final int MAX_WEIGHT = 3;

    public Check {
        dependsOn = List.copyOf(dependsOn);
        if (id.isBlank() || question.isBlank()) {
            throw new IllegalArgumentException(
                    "A check needs an id and a question but has '%s' and '%s'".formatted(id, question));
        }
        if (weight < 1 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException(
                    "The weight of check '%s' must be 1 to %d but is %d".formatted(id, MAX_WEIGHT, weight));
        }
    }
}
