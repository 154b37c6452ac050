package dev.pentimento.bootstrap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference in {@code docs/configuration.md}, written from the table of settings. */
final class ConfigurationPage {
    static final String BEGIN = "<!-- written from the table of settings; do not edit by hand -->\n";

    /** Which part of Pentimento reads a section. */
    private static final Map<String, String> READERS = Map.ofEntries(
            Map.entry("home", "Everything reads it."),
            Map.entry("providers", "Which providers serve which role, in the order of preference."),
            Map.entry("providers.openai", "Read by the OpenAI adapter (`pentimento-adapters-openai`)."),
            Map.entry("providers.jigsawstack", "Read by the JigsawStack adapter (`pentimento-adapters-jigsawstack`)."),
            Map.entry("providers.fal", "Read by the fal adapter (`pentimento-adapters-fal-gemini`)."),
            Map.entry("providers.gemini", "Read by the Gemini adapter (`pentimento-adapters-fal-gemini`)."),
            Map.entry("providers.local", "Read by the local engine, which needs no key and no network."),
            Map.entry(
                    "limits",
                    "Read when a job is submitted: to the server, or below `limits.local` on the command line."),
            Map.entry("budget", "Read before every call that costs money."),
            Map.entry("jobs", "Read by the workers."),
            Map.entry("intake", "Read when an image is imported, uploaded or fetched."),
            Map.entry("server", "Read by the HTTP server."),
            Map.entry("storage", "Read when the home is opened."),
            Map.entry("pipelines", "Read by the workers."),
            Map.entry("prices", "Read by estimates, budgets and costs."));

    private ConfigurationPage() {}

    /** Replaces what follows the mark in {@code page}. */
    static String renew(String page) {
        return page.substring(0, page.indexOf(BEGIN)) + BEGIN + reference();
    }

    private static String reference() {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        KnownSettings.standard()
                .all()
                .forEach(setting -> sections.computeIfAbsent(section(setting.key()), ConfigurationPage::header)
                        .append(row(setting)));
        return sections.values().stream().map(StringBuilder::toString).collect(Collectors.joining());
    }

    /** The providers have a section each, everything else one per first word. */
    private static String section(String key) {
        String[] words = key.split("\\.", -1);
        return words[0].equals("providers") && words.length > 2 ? words[0] + "." + words[1] : words[0];
    }

    private static StringBuilder header(String section) {
        String reader = Objects.requireNonNull(READERS.get(section), () -> "Say who reads " + section);
        return new StringBuilder("\n### `" + section + "`\n\n" + reader
                + "\n\n| Key | Must be | Default | Variables | Meaning |\n|---|---|---|---|---|\n");
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        setting.key(),
                        setting.type().description(),
                        standard(setting),
                        variables(setting),
                        setting.meaning())
                .replace(System.lineSeparator(), "\n");
    }

    private static String standard(Setting<?> setting) {
        String text = setting.defaultText();
        if (text == null) {
            return "";
        }
        return text.isEmpty() ? "none" : "`" + text + "`";
    }

    private static String variables(Setting<?> setting) {
        return Stream.of(List.of(setting.environmentName()), setting.vendorVariables())
                .flatMap(Collection::stream)
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
    }
}
