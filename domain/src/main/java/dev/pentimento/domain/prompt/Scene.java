package dev.pentimento.domain.prompt;

/** What a picture shall show, in the user's words; each part may be empty, and surrounding blanks are dropped. */
public record Scene(String title, String scene, String mood, String prompt) {
    public Scene {
        title = title.strip();
        scene = scene.strip();
        mood = mood.strip();
        prompt = prompt.strip();
    }

    /** The same with another prompt. */
    public Scene saying(String other) {
        return new Scene(title, scene, mood, other);
    }

    /** All of it in one text, for those who read prose. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, "Title: ", title);
        append(text, "Scene: ", scene);
        append(text, "Mood: ", mood);
        append(text, "Prompt: ", prompt);
        return text.toString();
    }

    private static void append(StringBuilder text, String label, String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(label).append(words);
        }
    }
}
