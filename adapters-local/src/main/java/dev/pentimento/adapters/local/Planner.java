package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns an instruction into a plan, or says in one line why there is none. */
final class Planner {
    private static final String ABLE =
            "it can change tone (warmer, brighter, more contrast), colour (brighter blue, red to teal, black and white),"
                    + " style (minimalist, vintage, watercolor), sharpness and framing; other providers can do more";

    private Planner() {}

    static Plan plan(Instruction instruction, Knobs knobs, boolean masked) {
        PromptReading reading =
                PromptReading.of(instruction.text(), knobs.strength().value(), masked);
        if (!reading.saysSomething()) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine understood none of \"%s\"; %s".formatted(shortened(instruction.text()), ABLE));
        }
        EnumSet<PreserveAspect> kept = EnumSet.noneOf(PreserveAspect.class);
        kept.addAll(knobs.preserve());
        kept.addAll(reading.kept());
        Allowed allowed = new Allowed(kept, reading.avoided(), masked);
        List<Step> steps = reading.steps().stream().filter(allowed::permits).toList();
        List<String> withheld = reading.steps().stream()
                .filter(step -> !allowed.permits(step))
                .map(Step::label)
                .toList();
        if (steps.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(nothingLeft(withheld, kept));
        }
        List<Step> support = support(steps, knobs.creativity(), allowed);
        return new Plan(
                steps,
                support,
                withheld,
                nuances(steps, support, allowed, knobs),
                reading.keepsBackground() && !masked,
                kept.contains(PreserveAspect.SHAPES) || kept.contains(PreserveAspect.SYMBOLS),
                reading.notUnderstood());
    }

    private static String nothingLeft(List<String> withheld, Set<PreserveAspect> kept) {
        if (!withheld.isEmpty() && kept.isEmpty()) {
            return "Inside a mask nothing can be moved (%s); leave the mask out".formatted(String.join(", ", withheld));
        }
        if (withheld.isEmpty()) {
            return "The prompt only says what shall stay as it is; say what should change, such as \"make it warmer\"";
        }
        return "Nothing is left to do: %s would change what is to be preserved (%s)"
                .formatted(
                        String.join(", ", withheld),
                        kept.stream().map(PreserveAspect::label).collect(Collectors.joining(", ")));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 57)) + "...";
    }

    private static List<Step> support(List<Step> steps, Creativity creativity, Allowed allowed) {
        double share = creativity == Creativity.LITERAL ? 0 : creativity == Creativity.BALANCED ? 0.15 : 0.45;
        List<Step> support = new ArrayList<>();
        for (Step step : steps) {
            for (Operation companion : share == 0 ? List.<Operation>of() : step.companions()) {
                Step candidate = Step.whole(companion, step.amount() * share);
                if (allowed.permits(candidate)
                        && allowed.permits(companion)
                        && isNew(candidate, steps)
                        && isNew(candidate, support)) {
                    support.add(candidate);
                }
            }
        }
        return support;
    }

    private static List<Step> nuances(List<Step> steps, List<Step> support, Allowed allowed, Knobs knobs) {
        double amount = 0.35 * knobs.strength().value();
        return List.of(
                        Operation.CONTRAST,
                        Operation.BRIGHTER,
                        Operation.WARMER,
                        Operation.VIVID,
                        Operation.DARKER,
                        Operation.COOLER)
                .stream()
                .filter(allowed::permits)
                .map(operation -> Step.whole(operation, amount))
                .filter(step -> allowed.permits(step) && isNew(step, steps) && isNew(step, support))
                .toList();
    }

    private static boolean isNew(Step step, List<Step> others) {
        return others.stream().noneMatch(other -> other.topic().equals(step.topic()));
    }

    /** What may be done. */
    private record Allowed(Set<PreserveAspect> kept, Set<Operation> avoided, boolean masked) {
        boolean permits(Step step) {
            return step.touches().stream().noneMatch(kept::contains) && !(masked && step.moves());
        }

        boolean permits(Operation operation) {
            return !avoided.contains(operation);
        }
    }
}
