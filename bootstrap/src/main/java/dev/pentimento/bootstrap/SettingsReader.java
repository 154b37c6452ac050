package dev.pentimento.bootstrap;

import dev.pentimento.bootstrap.Settings.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the sources for every setting, strongest first, and collects whatever is wrong with any of them. */
final class SettingsReader {
    /** The flag that names the file instead of a setting. */
    private static final String CONFIG = "config";

    private static final String FILE = "pentimento.yml";

    private final Map<String, String> flags;
    private final Locations locations;
    private final KnownSettings known;
    private final Problems problems = new Problems();
    private final List<String> warnings = new ArrayList<>();
    private final Variables environment;
    private final Variables dotEnv;
    private final Map<String, SourcedText> file;

    SettingsReader(Sources sources, KnownSettings known) {
        this.flags = sources.flags();
        this.locations = Locations.of(sources.environment(), sources.workingDirectory());
        this.known = known;
        this.environment = Variables.ofEnvironment(sources.environment());
        this.dotEnv = readDotEnv();
        this.file = locate().map(this::readFile).orElse(Map.of());
    }

    /** @throws dev.pentimento.ports.failure.InvalidSettings with every problem found */
    Settings read(AdapterCatalogue catalogue) {
        checkFlags();
        environment.reportUnknown(known, problems);
        dotEnv.reportUnknown(known, problems);
        Settings settings = new Settings(known, locations, values(), warnings);
        Combinations.check(settings, problems);
        AdapterNames.checkWritten(settings, catalogue, problems);
        problems.throwIfAny();
        return settings;
    }

    private Map<String, SourcedText> values() {
        Map<String, SourcedText> values = new LinkedHashMap<>();
        known.all().forEach(setting -> find(setting).ifPresent(found -> values.put(setting.key(), found)));
        return values;
    }

    /** The strongest value; one that cannot be used is a problem, and the default stands in for it until that is told. */
    private Optional<SourcedText> find(Setting<?> setting) {
        Optional<SourcedText> strongest = Stream.of(
                        flag(setting.key()), environment.find(setting), dotEnv.find(setting), fromFile(setting.key()))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<String> problem = strongest.flatMap(found -> setting.problem(found.text()));
        problem.ifPresent(it -> problems.add(strongest.map(SourcedText::origin).orElse(""), it));
        return problem.isPresent() ? Optional.empty() : strongest;
    }

    private Optional<SourcedText> flag(String key) {
        return Optional.ofNullable(flags.get(key)).map(text -> new SourcedText(text, flagName(key)));
    }

    private Optional<SourcedText> fromFile(String key) {
        return Optional.ofNullable(file.get(key));
    }

    private void checkFlags() {
        new TreeSet<>(flags.keySet()).forEach(key -> {
            if (!key.equals(CONFIG)) {
                known.find(key).ifPresentOrElse(this::checkFlag, () -> problems.add(flagName(key), known.unknown(key)));
            }
        });
    }

    private void checkFlag(Setting<?> setting) {
        if (setting.secret()) {
            String instead = "must not be given as a flag, which other users can see; set " + setting.environmentName();
            problems.add(flagName(setting.key()), setting.key() + " " + instead);
        }
    }

    /** A flag is called after the last part of its key: {@code --port} sets {@code server.port}. */
    private static String flagName(String key) {
        return "--" + key.substring(key.lastIndexOf('.') + 1);
    }

    private Variables readDotEnv() {
        SettingsFile source = settingsFile(locations.workingDirectory().resolve(".env"));
        if (!Files.isRegularFile(source.path())) {
            return new Variables(Map.of());
        }
        Variables found = DotEnv.parse(source.read(problems).orElse(""), source.shown());
        if (found.holdSecret(known)) {
            source.warningAboutReaders().ifPresent(warnings::add);
        }
        return found;
    }

    /** The file asked for, else the one in the working directory, else the user's. */
    private Optional<SettingsFile> locate() {
        @Nullable String asked = flags.get(CONFIG);
        if (asked != null) {
            return Optional.of(settingsFile(locations.resolve(Path.of(asked))));
        }
        return Stream.of(locations.workingDirectory(), locations.configHome().resolve("pentimento"))
                .map(directory -> directory.resolve(FILE))
                .filter(Files::exists)
                .findFirst()
                .map(this::settingsFile);
    }

    private Map<String, SourcedText> readFile(SettingsFile source) {
        YamlText yaml = YamlText.parse(source.read(problems).orElse(""), source.shown(), problems);
        YamlSettings settings = new YamlSettings(yaml, known, problems);
        if (settings.holdSecret()) {
            source.warningAboutReaders().ifPresent(warnings::add);
        }
        settings.reportUnknown();
        return settings.filledIn(
                new Placeholders(name -> environment.value(name).or(() -> dotEnv.value(name))));
    }

    private SettingsFile settingsFile(Path path) {
        return new SettingsFile(path, locations.shown(path));
    }
}
