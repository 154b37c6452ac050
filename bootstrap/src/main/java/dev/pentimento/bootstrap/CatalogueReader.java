package dev.pentimento.bootstrap;

import dev.pentimento.ports.spi.ModelFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads model catalogues: the bundled one, and one that a user lays over it. */
final class CatalogueReader {
    private static final String BUNDLED = "model-catalogue.yml";
    private static final String SEPARATOR = " > ";
    private static final String CHECKED = "checked";
    private static final String SOURCE = "source";

    private final Problems problems;
    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

    private CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    static ModelCatalogue bundled() {
        Problems problems = new Problems();
        ModelCatalogue catalogue = new CatalogueReader(problems).readBundled().catalogue();
        problems.throwIfAny();
        return catalogue;
    }

    /** Problems in the file are told each with its line; what is wrong is left out then. */
    static ModelCatalogue with(SettingsFile file, Problems problems) {
        CatalogueReader reader = new CatalogueReader(problems).readBundled();
        reader.layOver(reader.entries(file.read(problems).orElse(""), file.shown()), file.shown());
        return reader.catalogue();
    }

    private CatalogueReader readBundled() {
        entries(bundledText(), BUNDLED).forEach(entry -> entries.put(key(entry), entry));
        return this;
    }

    private static String bundledText() {
        try (InputStream file = CatalogueReader.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + BUNDLED);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever writes down a price says when; where, if nothing is said, is his file. */
    private void layOver(Collection<CatalogueEntry> more, String file) {
        for (CatalogueEntry entry : more) {
            if (entry.field(CHECKED).isEmpty()) {
                problems.add(
                        entry.origin(),
                        entry.model() + " needs the day on which this was read, such as checked: 2026-11-20");
            }
            CatalogueEntry sourced = entry.orElse(SOURCE, new SourcedText(file, entry.origin()));
            entries.merge(key(sourced), sourced, CatalogueEntry::under);
        }
    }

    private static String key(CatalogueEntry entry) {
        return entry.provider() + SEPARATOR + entry.model();
    }

    private Collection<CatalogueEntry> entries(String content, String file) {
        YamlText yaml = YamlText.parse(content, file, SEPARATOR, problems);
        Map<String, CatalogueEntry> found = new LinkedHashMap<>();
        yaml.written().forEach((key, text) -> {
            String[] levels = key.split(SEPARATOR, 3);
            if (levels.length == 3) {
                CatalogueEntry entry = found.computeIfAbsent(
                        levels[0] + SEPARATOR + levels[1],
                        k -> new CatalogueEntry(levels[0], levels[1], text.origin(), Map.of()));
                entry.fields().put(levels[2].replace(SEPARATOR, "."), text);
            } else if (!key.equals(CHECKED)) {
                problems.add(
                        text.origin(),
                        "'%s' must be a provider, then a model, then what is known of it".formatted(key));
            }
        });
        Optional<SourcedText> checked = Optional.ofNullable(yaml.written().get(CHECKED));
        return found.values().stream()
                .map(entry -> checked.map(day -> entry.orElse(CHECKED, day)).orElse(entry))
                .toList();
    }

    private ModelCatalogue catalogue() {
        Map<String, List<ModelFacts>> byProvider = new LinkedHashMap<>();
        entries.values()
                .forEach(entry -> byProvider
                        .computeIfAbsent(entry.provider(), provider -> new ArrayList<>())
                        .add(new CatalogueFacts(entry, problems).facts()));
        return new ModelCatalogue(byProvider);
    }
}
