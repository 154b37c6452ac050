package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.Check;
import dev.pentimento.domain.evaluation.CheckKind;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.prompt.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a checklist from the words of a scene: things, how many of them, where they are and what they do, colours, light, style, mood, lettering, and
 * what shall not be there. Only words that are there make a question, and at least one on balance is always asked. Mutable while it is filled.
 */
final class Questions {
    private static final int MOST_THINGS = 4;
    private static final int MOST_COLORS = 3;
    private static final int MOST_TRAITS = 5;

    private final List<Check> checks = new ArrayList<>();
    /** Ids by thing. */
    private final Map<String, String> things = new LinkedHashMap<>();

    private Questions() {}

    static Checklist about(Scene whole) {
        Scene scene = whole.saying(Orders.asked(whole.prompt()));
        Questions questions = new Questions();
        NamesInWords names =
                NamesInWords.of(List.of(scene.scene(), scene.title(), scene.mood() + ". " + scene.prompt()));
        String shown = names.rest().get(0) + ". " + names.rest().get(2);
        List<NounPhrase> phrases = NounPhrase.in(shown);
        questions.askForThings(phrases);
        questions.askForColors(shown);
        questions.askForTraits(scene);
        quoted(scene).forEach(questions::askForLettering);
        questions.askForWhatIsAbsent(phrases);
        questions.askForComposition();
        return new Checklist(questions.checks);
    }

    /** Only what stands in quotes is to be read for sure. */
    private static List<String> quoted(Scene scene) {
        return NamesInWords.quotedIn(scene.text());
    }

    private String ask(CheckKind kind, String question, List<String> dependsOn, int weight, boolean required) {
        String id = "c" + (checks.size() + 1);
        checks.add(new Check(id, kind, question, dependsOn, weight, required));
        return id;
    }

    private void askForThings(List<NounPhrase> phrases) {
        NounPhrase earlier = null;
        for (NounPhrase phrase : phrases) {
            if (phrase.absent() || things.size() == MOST_THINGS || things.containsKey(phrase.head())) {
                continue;
            }
            String id = ask(
                    CheckKind.OBJECT,
                    phrase.isPlural()
                            ? "Are there %s?".formatted(phrase.thing())
                            : "Is there %s?"
                                    .formatted(phrase.isCounted() ? withArticle(phrase.thing()) : phrase.thing()),
                    List.of(),
                    things.isEmpty() ? 3 : 2,
                    false);
            things.put(phrase.head(), id);
            askMore(phrase, id, earlier);
            earlier = phrase;
        }
    }

    private void askMore(NounPhrase phrase, String id, @Nullable NounPhrase earlier) {
        String verb = phrase.isPlural() ? "Are" : "Is";
        if (phrase.count() > 1) {
            ask(
                    CheckKind.COUNT,
                    "Are there exactly %d %s?".formatted(phrase.count(), phrase.thing()),
                    List.of(id),
                    1,
                    false);
        }
        if (!phrase.before().isEmpty() && earlier != null) {
            ask(
                    CheckKind.RELATION,
                    "%s the %s %s the %s?"
                            .formatted(
                                    earlier.isPlural() ? "Are" : "Is", earlier.head(), phrase.before(), phrase.head()),
                    List.of(things.getOrDefault(earlier.head(), id), id),
                    1,
                    false);
        }
        if (!phrase.doing().isEmpty()) {
            ask(
                    CheckKind.ACTION,
                    "%s the %s %s?".formatted(verb, phrase.head(), phrase.doing()),
                    List.of(id),
                    1,
                    false);
        }
    }

    private static String withArticle(String thing) {
        return ("aeiou".indexOf(thing.charAt(0)) >= 0 ? "an " : "a ") + thing;
    }

    private void askForColors(String shown) {
        Question.colorsIn(shown).stream()
                .limit(MOST_COLORS)
                .forEach(color -> ask(
                        CheckKind.ATTRIBUTE,
                        "Is %s clearly seen in the picture?".formatted(color.label()),
                        List.of(),
                        2,
                        false));
    }

    private void askForTraits(Scene scene) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(TraitWords.inSetting(scene.title() + " " + scene.scene()));
        traits.addAll(TraitWords.in(scene.mood() + " . " + scene.prompt()));
        Set<Trait> contradicted = EnumSet.noneOf(Trait.class);
        traits.stream()
                .filter(trait -> traits.stream().anyMatch(trait::contradicts))
                .forEach(contradicted::add);
        traits.removeAll(contradicted);
        traits.stream().limit(MOST_TRAITS).forEach(trait -> ask(trait.kind(), trait.question(), List.of(), 2, false));
    }

    private void askForLettering(String text) {
        ask(CheckKind.TEXT, "Does the picture read \"%s\"?".formatted(text), List.of(), 3, true);
    }

    private void askForWhatIsAbsent(List<NounPhrase> phrases) {
        phrases.stream()
                .filter(NounPhrase::absent)
                .map(phrase -> String.join(" ", phrase.words()))
                .distinct()
                .forEach(thing ->
                        ask(CheckKind.NEGATION, "Is the picture free of %s?".formatted(thing), List.of(), 2, false));
    }

    private void askForComposition() {
        if (checks.stream().noneMatch(check -> check.kind() == CheckKind.COMPOSITION)) {
            ask(CheckKind.COMPOSITION, Trait.BALANCED.question(), List.of(), 1, false);
        }
    }
}
