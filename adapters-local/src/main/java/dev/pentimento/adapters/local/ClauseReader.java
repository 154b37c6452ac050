package dev.pentimento.adapters.local;

import dev.pentimento.adapters.local.Meaning.Particle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives each deed and each colour of a clause the small words that steer it. */
final class ClauseReader {
    /** Base forms that shade a colour when they stand right before it, and by how much lightness. */
    private static final Map<String, Float> SHADES = Map.of(
            "dark", -0.16f, "deep", -0.1f, "light", 0.14f, "pale", 0.2f, "bright", 0.06f, "pastel", 0.2f, "soft", 0.1f);

    private final List<Said> deeds = new ArrayList<>();
    private final List<Said> colors = new ArrayList<>();
    private final List<Word> words;
    private Particle steering;
    private Particle carried;
    private double degree = 1;

    ClauseReader(Clause clause, Particle carried) {
        this.words = clause.words();
        this.carried = carried;
        this.steering = carried;
        for (int i = 0; i < words.size(); i++) {
            take(i);
        }
        strengthenLast();
    }

    List<Said> deeds() {
        return deeds;
    }

    List<Said> colors() {
        return colors;
    }

    /** "less" or "not", which also counts for what follows in the list. */
    Particle carried() {
        return carried;
    }

    boolean changesOneColor() {
        return deeds.stream()
                .anyMatch(deed ->
                        ((Meaning.Deed) deed.word().meaning()).operation().suitsOneColor());
    }

    private void take(int i) {
        Word word = words.get(i);
        Meaning meaning = word.meaning();
        if (meaning instanceof Meaning.Degree some) {
            degree *= some.factor();
        } else if (meaning instanceof Particle particle) {
            steer(particle);
        } else if (meaning instanceof Meaning.Hue hue) {
            colors.add(new Said(word, steering(word), degree, new WantedColor(hue.color(), shadeBefore(i))));
            degree = 1;
        } else if (meaning instanceof Meaning.Deed && !shadesNext(i)) {
            deeds.add(new Said(word, steering(word), degree, WantedColor.plain(ColorName.GREY)));
            degree = 1;
        }
    }

    private void steer(Particle particle) {
        switch (particle) {
            case NOT, LESS, REMOVE -> {
                steering = particle;
                carried = particle;
            }
            case MORE -> {
                if (steering != Particle.NOT) {
                    steering = particle;
                    carried = Particle.STOP;
                }
            }
            case TOO, SO ->
                steering = steering == Particle.NOT ? Particle.SO : particle == Particle.TOO ? particle : steering;
            case CHANGE -> {
                if (steering != Particle.NOT) {
                    steering = Particle.STOP;
                    carried = Particle.STOP;
                }
            }
            default -> {}
        }
    }

    /** "less blur and warmer": a word that compares by itself is not meant by an earlier "less". */
    private Particle steering(Word word) {
        Particle current = steering;
        if (word.comparative() && current != Particle.NOT && current != Particle.SO) {
            return Particle.STOP;
        }
        return current;
    }

    private boolean shadesNext(int i) {
        return steering != Particle.MORE
                && SHADES.containsKey(words.get(i).text())
                && i + 1 < words.size()
                && words.get(i + 1).meaning() instanceof Meaning.Hue;
    }

    private float shadeBefore(int i) {
        return i > 0 && shadesNext(i - 1) ? SHADES.getOrDefault(words.get(i - 1).text(), 0f) : 0;
    }

    /** "warmer, by a lot": a degree behind its deed. */
    private void strengthenLast() {
        List<Said> last = colors.isEmpty() ? deeds : colors.size() > 1 || deeds.isEmpty() ? colors : deeds;
        if (degree != 1 && !last.isEmpty()) {
            Said said = last.remove(last.size() - 1);
            last.add(new Said(said.word(), said.steering(), said.degree() * degree, said.target()));
        }
    }

    /**
     * A deed or a colour as it is meant.
     *
     * @param steering MORE, LESS, REMOVE, NOT, TOO, SO (after "not") or STOP for nothing
     * @param degree 1 = as it stands
     * @param target the colour; a deed has grey, which nobody looks at
     */
    record Said(Word word, Particle steering, double degree, WantedColor target) {
        boolean isNegative() {
            return switch (steering) {
                case LESS, REMOVE, TOO, SO, NOT -> true;
                default -> false;
            };
        }
    }
}
