package dev.pentimento.domain.prompt;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a scene becomes a prompt, for each way of reading. A part that the scene lacks leaves no trace. */
final class FamilyTemplates {
    private FamilyTemplates() {}

    /** The prompt first, as what comes late counts less. */
    static String phrases(Scene scene) {
        return Stream.of(scene.prompt(), scene.scene(), scene.mood(), scene.title())
                .map(FamilyTemplates::withoutFullStop)
                .filter(part -> !part.isEmpty())
                .map(part -> part.replaceAll("\\s*[.;\\n]+\\s*", ", "))
                .collect(Collectors.joining(", "));
    }

    static String prose(Scene scene) {
        return sentences(List.of(
                scene.prompt(),
                scene.scene(),
                labelled("The mood is ", scene.mood()),
                labelled("Title: ", scene.title())));
    }

    static String labelled(Scene scene) {
        return scene.text();
    }

    static String commissioned(Scene scene) {
        return "Make one picture of the following. Show everything that is said, and add no lettering that is not asked for.\n"
                + scene.text();
    }

    /** Lines of the prompt stay lines, as the embedded engine takes orders that have a line of their own. */
    static String plain(Scene scene) {
        String gap = scene.prompt().contains("\n") ? "\n" : " ";
        return Stream.of(
                        sentences(List.of(scene.title(), scene.scene(), scene.mood())),
                        sentences(List.of(scene.prompt())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(gap));
    }

    /** Between words where there is one, so that nothing means something else. */
    static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int space = text.lastIndexOf(' ', maxLength);
        int end = space > maxLength / 2 ? space : maxLength;
        boolean splitsCharacter = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, splitsCharacter ? end - 1 : end).strip();
    }

    private static String labelled(String label, String text) {
        return text.isEmpty() ? "" : label + text;
    }

    private static String sentences(List<String> parts) {
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> withoutFullStop(part) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String withoutFullStop(String text) {
        return text.replaceAll("[.\\s]+$", "");
    }
}
