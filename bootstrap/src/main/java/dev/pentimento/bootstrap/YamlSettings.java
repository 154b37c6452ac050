package dev.pentimento.bootstrap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file says about settings. */
final class YamlSettings {
    private final YamlText yaml;
    private final KnownSettings known;
    private final Problems problems;

    YamlSettings(YamlText yaml, KnownSettings known, Problems problems) {
        this.yaml = yaml;
        this.known = known;
        this.problems = problems;
    }

    /** Whether a key stands there itself, and not just the name of a variable. */
    boolean holdSecret() {
        return yaml.written().entrySet().stream()
                .anyMatch(entry -> isSecret(entry.getKey())
                        && !Placeholders.in(entry.getValue().text()));
    }

    /** Tells of keys that no setting reads. A group may be empty: its settings are probably commented out. */
    void reportUnknown() {
        yaml.origins().forEach((key, origin) -> {
            boolean emptyGroup = known.isGroup(key) && !yaml.written().containsKey(key);
            if (known.find(key).isEmpty() && !emptyGroup) {
                problems.add(origin, known.unknown(key));
            }
        });
    }

    /** The texts by key, variables in their places. */
    Map<String, SourcedText> filledIn(Placeholders placeholders) {
        Map<String, SourcedText> filledIn = new LinkedHashMap<>();
        yaml.written().forEach((key, found) -> {
            List<String> missing = placeholders.unresolved(found.text());
            String text = placeholders.resolve(found.text());
            if (!missing.isEmpty()) {
                reportMissing(key, missing, found.origin());
            } else if (!text.isBlank() || found.text().isEmpty()) {
                filledIn.put(key, new SourcedText(text, found.origin()));
            }
        });
        return filledIn;
    }

    /** A secret may stay empty: a file that names the keys of all vendors serves those who have only one. */
    private void reportMissing(String key, List<String> variables, String origin) {
        if (!isSecret(key)) {
            String names = String.join(", ", variables);
            problems.add(origin, "%s needs the variable %s, which is not set".formatted(key, names));
        }
    }

    private boolean isSecret(String key) {
        return known.find(key).filter(Setting::secret).isPresent();
    }
}
