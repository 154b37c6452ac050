package dev.pentimento.adapters.local;

import dev.pentimento.domain.prompt.Scene;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a scene out of the text that it was written to; lines without a label belong to the prompt. */
final class BriefText {
    private static final Pattern LABELLED = Pattern.compile("(?m)^(Title|Scene|Mood|Prompt):\\s*(.*)$");

    private BriefText() {}

    static Scene scene(String brief) {
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = LABELLED.matcher(brief);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            parts.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
            matcher.appendReplacement(rest, "");
        }
        String other = matcher.appendTail(rest).toString().strip();
        return new Scene(
                parts.getOrDefault("title", ""),
                parts.getOrDefault("scene", ""),
                parts.getOrDefault("mood", ""),
                (parts.getOrDefault("prompt", "") + "\n" + other).strip());
    }
}
