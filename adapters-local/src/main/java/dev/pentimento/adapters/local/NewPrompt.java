package dev.pentimento.adapters.local;

import dev.pentimento.domain.prompt.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the prompt that a scene lacks: what is seen, then how it feels, then how it is made; nothing is invented but the form. */
final class NewPrompt {
    private static final String FORM = "An illustration with one clear subject and even balance.";

    private NewPrompt() {}

    static String of(Scene scene) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(scene.scene().isEmpty() ? scene.title() : scene.scene()));
        sentences.add(scene.mood().isEmpty() ? "" : sentence("The mood is " + scene.mood()));
        sentences.add(scene.prompt().isEmpty() ? FORM : sentence(scene.prompt()));
        return String.join(
                " ", sentences.stream().filter(text -> !text.isEmpty()).toList());
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String line = text.replaceAll("\\s+", " ");
        String begun = line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
        return ".!?".indexOf(begun.charAt(begun.length() - 1)) < 0 ? begun + "." : begun;
    }
}
