package dev.pentimento.app.cli.document;

import dev.pentimento.bootstrap.Settings;
import java.util.List;

/** The effective settings, secrets masked. */
public record SettingsDocument(List<Entry> settings) {

    /** One key. */
    public record Entry(String key, String value, String origin) {}

    public static SettingsDocument of(List<Settings.Entry> entries) {
        return new SettingsDocument(entries.stream()
                .map(entry -> new Entry(entry.key(), entry.value(), entry.origin()))
                .toList());
    }
}
