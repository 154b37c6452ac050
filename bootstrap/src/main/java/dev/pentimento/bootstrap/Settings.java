package dev.pentimento.bootstrap;

import dev.pentimento.application.Policies;
import dev.pentimento.domain.cost.Budget;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.CallPolicy;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.ports.spi.IntakeLimits;
import dev.pentimento.ports.spi.ModelFacts;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.ServerSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The effective settings, each with where it came from. Immutable; secrets never appear in {@link #toString()}. */
public final class Settings {
    /** The origin of what {@link #with} sets. */
    private static final String PROGRAM = "program";

    private final KnownSettings known;
    private final Locations locations;
    private final Map<String, SourcedText> written;
    private final List<String> warnings;
    private final Late<ModelCatalogue> catalogue = new Late<>(this::readCatalogue);

    /** @param written what differs from the defaults, by key; each a text that its setting can read */
    Settings(KnownSettings known, Locations locations, Map<String, SourcedText> written, List<String> warnings) {
        this.known = known;
        this.locations = locations;
        this.written = Map.copyOf(written);
        this.warnings = List.copyOf(warnings);
    }

    /** The defaults alone: no file and no environment is looked at. */
    public static Settings defaults() {
        KnownSettings known =
                KnownSettings.withProviders(AdapterCatalogue.onClassPath().providerKeys());
        return new Settings(known, Locations.of(Map.of(), Path.of("")), Map.of(), List.of());
    }

    /**
     * What the user wants: command-line flags, environment, {@code .env}, {@code pentimento.yml}, defaults.
     *
     * @throws InvalidSettings with every problem found in any of them
     */
    public static Settings load(Sources sources) {
        return load(sources, AdapterCatalogue.onClassPath());
    }

    static Settings load(Sources sources, AdapterCatalogue catalogue) {
        return new SettingsReader(sources, KnownSettings.withProviders(catalogue.providerKeys())).read(catalogue);
    }

    /**
     * A copy in which {@code key} has another value, written as in the file.
     *
     * @throws InvalidSettings if there is no such key, it cannot have that value, or not together with the other settings
     */
    public Settings with(String key, String value) {
        return with(Map.of(key, value));
    }

    /** With at least as many workers, as far as their number may go. */
    public Settings withWorkers(int least) {
        int wanted = Math.min(least, KnownSettings.MOST_WORKERS);
        return value(KnownSettings.WORKERS) >= wanted
                ? this
                : with(KnownSettings.WORKERS.key(), Integer.toString(wanted));
    }

    /** As {@link #with(String, String)}, for keys whose values must change together. */
    public Settings with(Map<String, String> values) {
        Problems problems = new Problems();
        Map<String, SourcedText> changed = new LinkedHashMap<>(written);
        new TreeMap<>(values).forEach((key, value) -> {
            known.problem(key, value).ifPresent(problem -> problems.add(PROGRAM, problem));
            changed.put(key, new SourcedText(value, PROGRAM));
        });
        problems.throwIfAny();
        Settings settings = new Settings(known, locations, changed, warnings);
        Combinations.check(settings, problems);
        problems.throwIfAny();
        return settings;
    }

    /** Absolute; need not exist. */
    public Path home() {
        return isWritten(KnownSettings.HOME)
                ? locations.resolve(value(KnownSettings.HOME))
                : locations.dataHome().resolve("pentimento");
    }

    public List<String> editProviders() {
        return value(KnownSettings.EDIT);
    }

    public List<String> generateProviders() {
        return value(KnownSettings.GENERATE);
    }

    public List<String> critiqueProviders() {
        return value(KnownSettings.CRITIQUE);
    }

    public List<String> writeProviders() {
        return value(KnownSettings.WRITE);
    }

    /** What is set, or has a default, below {@code providers.<name>}; durations as {@link Duration#toString()} writes them. */
    public ProviderSettings providerSettings(String name) {
        return providerSettings(name, InstantSource.system());
    }

    ProviderSettings providerSettings(String name, InstantSource clock) {
        String prefix = "providers." + name + ".";
        Map<String, String> values = new LinkedHashMap<>();
        known.all().stream()
                .filter(setting -> setting.key().startsWith(prefix))
                .forEach(setting -> find(setting)
                        .ifPresent(value -> values.put(setting.key().substring(prefix.length()), value.toString())));
        return ProviderSettings.of(name, values, models(name), clock);
    }

    public IntakeLimits intakeLimits() {
        return new IntakeLimits(
                value(KnownSettings.MAX_BYTES),
                value(KnownSettings.MAX_PIXELS),
                value(KnownSettings.MAX_SIDE),
                value(KnownSettings.INTAKE_TIMEOUT));
    }

    public FetchLimits fetchLimits() {
        return new FetchLimits(
                value(KnownSettings.MAX_BYTES),
                value(KnownSettings.INTAKE_TIMEOUT),
                Set.copyOf(value(KnownSettings.ALLOW_HOSTS)));
    }

    /** How calls to a provider are limited. */
    CallPolicy callPolicy(String provider) {
        return new CallSettings(this, provider).policy();
    }

    /** How jobs are worked on. */
    Policies policies() {
        return new Policies(
                budget(),
                new ConfiguredLimits(this),
                value(KnownSettings.LEASE),
                value(KnownSettings.POLL),
                value(KnownSettings.MAX_ATTEMPTS),
                refinementTimeout(),
                runTimeout(),
                workers(),
                value(KnownSettings.FALLBACK).equals("when-not-billed"),
                value(KnownSettings.REFINEMENT_STAGES));
    }

    /** How much may be spent. */
    public Budget budget() {
        return new Budget(
                microUsd(KnownSettings.BUDGET_JOB),
                microUsd(KnownSettings.BUDGET_MONTH),
                microUsd(KnownSettings.BUDGET_DAY),
                value(KnownSettings.UNKNOWN_PRICE).equals("refuse"));
    }

    /** Jobs worked on at the same time. */
    public int workers() {
        return value(KnownSettings.WORKERS);
    }

    public Duration refinementTimeout() {
        return value(KnownSettings.REFINEMENT_TIMEOUT);
    }

    public Duration runTimeout() {
        return value(KnownSettings.RUN_TIMEOUT);
    }

    /** How a server answers that serves this home, which must exist. */
    ServerSettings server() {
        return new ConfiguredServer(this).settings();
    }

    public String recordsKind() {
        return value(KnownSettings.RECORDS);
    }

    public String imagesKind() {
        return value(KnownSettings.IMAGES);
    }

    /** Empty when the local user may have any number of jobs under way. */
    public OptionalInt localActiveJobs() {
        return limit(KnownSettings.LOCAL_ACTIVE);
    }

    /** Empty when the local user may refine without end. */
    public OptionalInt localRefinementsPerMonth() {
        return limit(KnownSettings.LOCAL_REFINE);
    }

    /** Empty when the local user may generate without end. */
    public OptionalInt localGenerationsPerMonth() {
        return limit(KnownSettings.LOCAL_GENERATE);
    }

    /** The model catalogue that is laid over the bundled one. */
    public Optional<Path> prices() {
        return find(KnownSettings.PRICES).map(locations::resolve);
    }

    Path resolve(Path written) {
        return locations.resolve(written);
    }

    Optional<SettingsFile> pricesFile() {
        return prices().map(file -> new SettingsFile(file, locations.shown(file)));
    }

    /** What the model catalogue says of a provider's models; it is read when it is first asked, and never for those that answer within this process. */
    List<ModelFacts> models(String provider) {
        return CallSettings.isInProcess(this, provider)
                ? List.of()
                : catalogue.get().of(provider);
    }

    /** The models, or endpoints, that the settings of a provider name, by key. */
    Map<String, String> configuredModels(String provider) {
        Map<String, String> models = new LinkedHashMap<>();
        known.all().stream()
                .filter(setting -> setting.key().matches("providers\\." + provider + "\\.[a-z-]+-(model|endpoint)"))
                .forEach(setting -> text(setting).ifPresent(model -> models.put(setting.key(), model)));
        return models;
    }

    private ModelCatalogue readCatalogue() {
        Problems problems = new Problems();
        ModelCatalogue read =
                pricesFile().map(file -> CatalogueReader.with(file, problems)).orElseGet(CatalogueReader::bundled);
        problems.throwIfAny();
        return read;
    }

    /** What is allowed but unwise, one line each, such as a key in a file that others can read. */
    public List<String> warnings() {
        return warnings;
    }

    /** Every key in the order of the documentation. */
    public List<Entry> entries() {
        return known.all().stream()
                .map(setting -> new Entry(setting.key(), shown(setting), origin(setting)))
                .toList();
    }

    /**
     * Makes sure that every provider named for a role is there.
     *
     * @param present the names of those on the class path
     * @throws InvalidSettings with every name that is not
     */
    public void checkProviders(SortedSet<String> present) {
        Problems problems = new Problems();
        AdapterNames.checkProviders(this, present, problems);
        problems.throwIfAny();
    }

    KnownSettings known() {
        return known;
    }

    <T> T value(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " has no default"));
    }

    <T> Optional<T> find(Setting<T> setting) {
        return text(setting).flatMap(setting.type()::read);
    }

    /** As written. */
    Optional<String> text(Setting<?> setting) {
        SourcedText found = written.get(setting.key());
        return found == null ? Optional.ofNullable(setting.defaultText()) : Optional.of(found.text());
    }

    String origin(Setting<?> setting) {
        SourcedText found = written.get(setting.key());
        return found == null ? "default" : found.origin();
    }

    boolean isWritten(Setting<?> setting) {
        return written.containsKey(setting.key());
    }

    /** Exact, as no amount has more than six places after the point. */
    private OptionalLong microUsd(Setting<BigDecimal> setting) {
        return find(setting)
                .map(usd -> OptionalLong.of(usd.movePointRight(6).longValueExact()))
                .orElse(OptionalLong.empty());
    }

    OptionalInt limit(Setting<Integer> setting) {
        return find(setting).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private String shown(Setting<?> setting) {
        if (setting.equals(KnownSettings.HOME)) {
            return home().toString();
        }
        if (setting.secret()) {
            return text(setting).isPresent() ? "******** (set)" : "not set";
        }
        return find(setting).map(value -> shown(setting, value)).orElse("not set");
    }

    /** As written, but lists and paths in their one form. */
    private String shown(Setting<?> setting, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof Path path
                ? locations.resolve(path).toString()
                : text(setting).orElseThrow();
    }

    @Override
    public String toString() {
        return "Settings" + entries();
    }

    /**
     * One effective setting.
     *
     * @param value for people; secrets are masked
     * @param origin such as {@code default}, {@code environment PENTIMENTO_HOME}, {@code ./pentimento.yml:12}, {@code --home}
     */
    public record Entry(String key, String value, String origin) {}

    /**
     * Where settings are looked for.
     *
     * @param flags by key; {@code config} names the file
     */
    public record Sources(Map<String, String> flags, Map<String, String> environment, Path workingDirectory) {
        public Sources {
            flags = Map.copyOf(flags);
            environment = Map.copyOf(environment);
        }

        /** Keeps to the number of variables: their values may be secret. */
        @Override
        public String toString() {
            return "Sources[%s, %d variables, %s]".formatted(flags.keySet(), environment.size(), workingDirectory);
        }
    }
}
