package dev.pentimento.adapters.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the engine is going to do.
 *
 * @param steps in the user's order
 * @param support what goes well with them, little by little
 * @param withheld labels of what was asked for and is not done, as it would change what is to be preserved
 * @param nuances what may vary between candidates
 */
record Plan(
        List<Step> steps,
        List<Step> support,
        List<String> withheld,
        List<Step> nuances,
        boolean keepsBackground,
        boolean keepsShapes,
        List<String> notUnderstood) {
    Plan {
        steps = List.copyOf(steps);
        support = List.copyOf(support);
        withheld = List.copyOf(withheld);
        nuances = List.copyOf(nuances);
        notUnderstood = List.copyOf(notUnderstood);
    }

    boolean needsBackground() {
        return keepsBackground || steps.stream().anyMatch(Step::onBackground);
    }

    /** The plan for a picture that has no plain background. */
    Plan withoutBackground() {
        List<String> words = new ArrayList<>(notUnderstood);
        words.add("background");
        return new Plan(
                steps.stream().filter(step -> !step.onBackground()).toList(),
                support,
                withheld,
                nuances,
                false,
                keepsShapes,
                words.stream().distinct().toList());
    }

    /** In the order in which it is done. Every candidate but the first differs a little, the same way each time. */
    List<Step> toDo(int candidate, long seed) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(support);
        if (candidate > 0) {
            vary(all, candidate, seed);
        }
        all.sort(Comparator.comparing(Step::turn));
        return all;
    }

    private void vary(List<Step> all, int candidate, long seed) {
        int draw = candidate * 64;
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            all.set(i, step.withAmount(step.amount() * (1 + 0.4 * Noise.signed(seed, draw++))));
        }
        for (Step nuance : nuances) {
            double amount = nuance.amount() * (0.5 + 0.5 * Math.abs(Noise.signed(seed, draw)));
            if (Noise.signed(seed, draw + 32) > 0) {
                all.add(nuance.withAmount(amount));
            }
            draw++;
        }
        Step always = nuances.isEmpty() ? all.get(0) : nuances.get(candidate % nuances.size());
        if (!nuances.isEmpty() && !all.contains(always)) {
            all.add(always.withAmount(always.amount() * (0.4 + 0.06 * candidate)));
        }
    }

    /** The plan in words, such as {@code warmer 0.6, minimalist 0.6}. */
    String words() {
        StringBuilder words = new StringBuilder(list(steps));
        if (!support.isEmpty()) {
            words.append("; rounded off with ").append(list(support));
        }
        if (!withheld.isEmpty()) {
            words.append("; left out to preserve what was asked: ").append(String.join(", ", withheld));
        }
        return words.toString();
    }

    private static String list(List<Step> steps) {
        return steps.stream().map(Step::words).collect(Collectors.joining(", "));
    }
}
