package dev.pentimento.adapters.local;

import dev.pentimento.adapters.local.Meaning.Particle;
import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a prompt asks for, read clause by clause. Mutable while it is read. */
final class PromptReading {
    private final double strength;
    private final boolean masked;
    private final List<Step> steps = new ArrayList<>();
    private final EnumSet<Operation> avoided = EnumSet.noneOf(Operation.class);
    private final EnumSet<PreserveAspect> kept = EnumSet.noneOf(PreserveAspect.class);
    private final Set<String> notUnderstood = new LinkedHashSet<>();
    private final List<WantedColor> waiting = new ArrayList<>();
    /** What was last done to single colours, for a list of them. */
    private @Nullable Operation doneToColors;

    private boolean keepsBackground;
    private boolean keeping;
    private Particle carried = Particle.STOP;

    private PromptReading(double strength, boolean masked) {
        this.strength = strength;
        this.masked = masked;
    }

    /**
     * Reads a prompt.
     *
     * @param strength the amount of a change that is asked for without more or less, 0..1
     * @param masked whether the user has said by a mask what is meant
     */
    static PromptReading of(String prompt, double strength, boolean masked) {
        PromptReading reading = new PromptReading(strength, masked);
        Clause.of(prompt, Vocabulary.ENGLISH).forEach(reading::read);
        reading.settleWaiting();
        return reading;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Set<Operation> avoided() {
        return avoided;
    }

    Set<PreserveAspect> kept() {
        return kept;
    }

    boolean keepsBackground() {
        return keepsBackground;
    }

    List<String> notUnderstood() {
        return List.copyOf(notUnderstood);
    }

    /** Whether the prompt said anything at all that we know, be it only what to leave alone. */
    boolean saysSomething() {
        return !steps.isEmpty() || !avoided.isEmpty() || !kept.isEmpty() || keepsBackground;
    }

    private void read(Clause clause) {
        if (!clause.continues()) {
            doneToColors = null;
            keeping = false;
            carried = Particle.STOP;
        }
        reportUnknown(clause);
        boolean asks = clause.has(Meaning.Deed.class) || clause.has(Meaning.Hue.class);
        if (clause.has(Particle.KEEP) && !clause.has(Meaning.Deed.class) && !paintsBackground(clause)) {
            keeping = true;
        } else if (asks) {
            keeping = false;
        }
        if (keeping) {
            keep(clause);
        } else {
            change(clause);
        }
    }

    private static boolean paintsBackground(Clause clause) {
        return clause.has(Meaning.Hue.class) && clause.has(Particle.BACKGROUND);
    }

    private void reportUnknown(Clause clause) {
        clause.words().stream().filter(word -> word.is(Particle.UNKNOWN)).forEach(this::report);
    }

    private void report(Word word) {
        notUnderstood.add(word.text());
    }

    private void keep(Clause clause) {
        for (Word word : clause.words()) {
            if (word.meaning() instanceof Meaning.Aspect aspect) {
                kept.add(aspect.aspect());
            }
            if (word.meaning() instanceof Meaning.Hue) {
                report(word);
            }
        }
        keepsBackground |= clause.has(Particle.BACKGROUND);
    }

    private void change(Clause clause) {
        int before = steps.size() + avoided.size() + waiting.size();
        ClauseReader reader = new ClauseReader(clause, carried);
        reader.deeds().forEach(deed -> takeDeed(clause, reader, deed));
        takeColors(clause, reader);
        carried = reader.carried();
        if (steps.size() + avoided.size() + waiting.size() == before) {
            clause.words().stream()
                    .filter(word -> word.meaning() instanceof Meaning.Aspect || word.is(Particle.BACKGROUND))
                    .forEach(this::report);
        }
    }

    private void takeDeed(Clause clause, ClauseReader reader, ClauseReader.Said deed) {
        Meaning.Deed meaning = (Meaning.Deed) deed.word().meaning();
        boolean wanted = meaning.contrary() == deed.isNegative();
        if (deed.steering() == Particle.NOT && !meaning.contrary()) {
            avoid(meaning.operation());
            return;
        }
        if (deed.steering() == Particle.SO && limits(meaning.operation())) {
            return;
        }
        Operation operation =
                wanted ? meaning.operation() : meaning.operation().opposite().orElse(null);
        if (operation == null) {
            report(deed.word());
            return;
        }
        add(clause, reader, operation, strength * deed.degree());
    }

    private void avoid(Operation operation) {
        avoided.add(operation);
    }

    /** "but not too dark" after "darker" only holds it back. */
    private boolean limits(Operation operation) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.is(operation)) {
                steps.set(i, step.withAmount(step.amount() * 0.7));
                return true;
            }
        }
        return false;
    }

    private void add(Clause clause, ClauseReader reader, Operation operation, double amount) {
        if (operation.suitsOneColor()
                && !reader.colors().isEmpty()
                && !clause.has(Particle.BACKGROUND)
                && !clause.has(Particle.TINTED)) {
            addOneColor(reader, operation, amount);
        } else if (clause.has(Particle.BACKGROUND) && !masked && operation != Operation.TRANSPARENT) {
            add(Step.background(operation, 1), amount);
        } else {
            doneToColors = null;
            add(Step.whole(operation, 1), amount);
        }
    }

    private void addOneColor(ClauseReader reader, Operation operation, double amount) {
        doneToColors = operation;
        waiting.forEach(color -> add(Step.oneColor(color.name(), operation, 1), amount));
        waiting.clear();
        reader.colors().forEach(color -> add(Step.oneColor(color.target().name(), operation, 1), amount));
    }

    private void add(Step step, double amount) {
        steps.removeIf(earlier -> earlier.topic().equals(step.topic()));
        steps.add(step.withAmount(amount));
    }

    private void takeColors(Clause clause, ClauseReader reader) {
        List<ClauseReader.Said> colors = reader.colors();
        if (colors.isEmpty()) {
            return;
        }
        ClauseReader.Said last = colors.get(colors.size() - 1);
        if (clause.has(Particle.BACKGROUND) && !masked) {
            add(Step.paint(last.target(), 1), strength * last.degree());
        } else if (reader.changesOneColor() && !clause.has(Particle.TINTED)) {
            return;
        } else if (colors.size() > 1
                && (clause.has(Particle.INTO)
                        || clause.has(Particle.CHANGE)
                        || last.word().comparative())) {
            takeRecoloring(colors.subList(0, colors.size() - 1), last);
        } else {
            takeLoneColor(clause, reader, last);
        }
    }

    private void takeRecoloring(List<ClauseReader.Said> from, ClauseReader.Said to) {
        List<ColorName> sources =
                new ArrayList<>(waiting.stream().map(WantedColor::name).toList());
        waiting.clear();
        from.forEach(color -> sources.add(color.target().name()));
        for (ColorName source : sources) {
            Step step =
                    to.word().comparative() ? Step.lean(source, to.target(), 1) : Step.recolor(source, to.target(), 1);
            add(step, strength * to.degree());
        }
    }

    private void takeLoneColor(Clause clause, ClauseReader reader, ClauseReader.Said color) {
        double amount = strength * color.degree();
        if ((clause.has(Particle.UNKNOWN) && !masked)
                || color.steering() == Particle.NOT
                || (!reader.deeds().isEmpty() && !clause.has(Particle.TINTED))) {
            report(color.word());
        } else if (color.isNegative()) {
            add(Step.oneColor(color.target().name(), Operation.MUTED, 1), amount);
        } else if (color.word().comparative() || color.steering() == Particle.MORE || clause.has(Particle.TINTED)) {
            add(Step.tint(color.target(), 1), amount);
        } else {
            takeBareColor(clause, color, amount);
        }
    }

    /** "brighter blue and red": the red is brighter too; "blue and red to green": the blue waits for the green. */
    private void takeBareColor(Clause clause, ClauseReader.Said color, double amount) {
        boolean whole = clause.has(Particle.WHOLE) || clause.has(Particle.INTO) || masked;
        if (clause.continues() && !whole && !steps.isEmpty() && repeatsFor(color)) {
            return;
        }
        if (whole) {
            add(Step.colorize(color.target(), 1), amount);
        } else {
            waiting.add(color.target());
        }
    }

    private boolean repeatsFor(ClauseReader.Said color) {
        Operation operation = doneToColors;
        if (operation == null) {
            return false;
        }
        add(
                Step.oneColor(color.target().name(), operation, 1),
                steps.get(steps.size() - 1).amount());
        return true;
    }

    /** A colour that nothing was said about colours the whole picture. */
    private void settleWaiting() {
        waiting.forEach(color -> add(Step.colorize(color, 1), strength));
    }
}
