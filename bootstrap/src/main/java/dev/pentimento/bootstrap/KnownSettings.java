package dev.pentimento.bootstrap;

import static dev.pentimento.bootstrap.Addresses.hostsWithPort;
import static dev.pentimento.bootstrap.Addresses.origins;
import static dev.pentimento.bootstrap.Addresses.url;
import static dev.pentimento.bootstrap.Quantities.duration;
import static dev.pentimento.bootstrap.Quantities.size;
import static dev.pentimento.bootstrap.Quantities.usd;
import static dev.pentimento.bootstrap.Quantities.wholeNumber;
import static dev.pentimento.bootstrap.Setting.secret;
import static dev.pentimento.bootstrap.Setting.setting;
import static dev.pentimento.bootstrap.Setting.unset;
import static dev.pentimento.bootstrap.SettingType.choice;
import static dev.pentimento.bootstrap.SettingType.names;
import static dev.pentimento.bootstrap.SettingType.text;
import static dev.pentimento.bootstrap.SettingType.words;

import dev.pentimento.application.RefinementStage;
import dev.pentimento.ports.spi.Suggestion;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The table of all settings, in the order of the documentation. */
final class KnownSettings {
    private static final int MOST = 999_999_999;

    static final int MOST_WORKERS = 256;

    static final Setting<Path> HOME =
            setting("home", Locations.path(), "~/.local/share/pentimento", "Where images and records are kept");
    static final Setting<List<String>> EDIT =
            setting("providers.edit", names(), "local", "Who edits images, in the order of preference");
    static final Setting<List<String>> GENERATE =
            setting("providers.generate", names(), "local", "Who makes images from text");
    static final Setting<List<String>> CRITIQUE = setting("providers.critique", names(), "local", "Who judges images");
    static final Setting<List<String>> WRITE =
            setting("providers.write", names(), "local", "Who writes prompts, checklists and palettes");
    static final Setting<String> FALLBACK = setting(
            "providers.fallback",
            choice("never", "when-not-billed"),
            "never",
            "Whether the next provider is tried after a failure that certainly cost nothing");
    static final Setting<Integer> ACTIVE = setting(
            "limits.active-per-user", wholeNumber(1, 1000), "1", "Jobs a user of the server may have under way");
    static final Setting<Integer> REFINE = setting(
            "limits.refine-per-month",
            wholeNumber(0, MOST),
            "10",
            "Refinements of a user of the server in a calendar month");
    static final Setting<Integer> GENERATE_LIMIT = setting(
            "limits.generate-per-month",
            wholeNumber(0, MOST),
            "10",
            "Generations of a user of the server in a calendar month");
    static final Setting<Integer> LOCAL_ACTIVE =
            localLimit("active-per-user", 1, "Jobs the local user may have under way");
    static final Setting<Integer> LOCAL_REFINE =
            localLimit("refine-per-month", 0, "Refinements of the local user in a calendar month");
    static final Setting<Integer> LOCAL_GENERATE =
            localLimit("generate-per-month", 0, "Generations of the local user in a calendar month");
    static final Setting<BigDecimal> BUDGET_JOB = unset("budget.per-job-usd", usd(), "Most that one job may cost");
    static final Setting<BigDecimal> BUDGET_MONTH =
            unset("budget.per-user-per-month-usd", usd(), "Most that one user may spend in a calendar month");
    static final Setting<BigDecimal> BUDGET_DAY =
            unset("budget.per-day-usd", usd(), "Most that everybody together may spend in a day");
    static final Setting<String> UNKNOWN_PRICE = setting(
            "budget.unknown-price",
            choice("allow", "refuse"),
            "allow",
            "What happens to a call whose price is not known");
    static final Setting<Duration> LEASE =
            setting("jobs.lease", duration("5s", "10m"), "30s", "How long a silent worker keeps its job");
    static final Setting<Duration> POLL = setting(
            "jobs.poll",
            duration("100ms", "10s"),
            "200ms",
            "How long a job may wait unseen that another process has submitted");
    static final Setting<Integer> MAX_ATTEMPTS = setting(
            "jobs.max-attempts",
            wholeNumber(1, 100),
            "3",
            "How often a job is begun before it fails as its worker was lost; being postponed fails no job");
    static final Setting<Integer> MAX_WAITING = setting(
            "jobs.max-waiting",
            wholeNumber(1, 1_000_000),
            "1000",
            "Jobs of everybody that may wait at the same time; whoever submits one more is told to come again");
    static final Setting<Integer> WORKERS =
            setting("jobs.workers", wholeNumber(1, MOST_WORKERS), "4", "Jobs worked on at the same time");
    static final Setting<Duration> REFINEMENT_TIMEOUT =
            setting("jobs.refinement-timeout", duration("1s", "24h"), "30m", "Longest a refinement may take");
    static final Setting<Duration> RUN_TIMEOUT =
            setting("jobs.run-timeout", duration("1s", "24h"), "60m", "Longest a run of the loop may take");
    static final Setting<Long> MAX_BYTES =
            setting("intake.max-bytes", size("1KB", "1GB"), "25MB", "Largest image file taken in");
    static final Setting<Integer> MAX_PIXELS =
            setting("intake.max-pixels", wholeNumber(1, 500_000_000), "50000000", "Most pixels of an image taken in");
    static final Setting<Integer> MAX_SIDE =
            setting("intake.max-side", wholeNumber(1, 65_535), "16384", "Longest side of an image taken in, in px");
    static final Setting<Duration> INTAKE_TIMEOUT = setting(
            "intake.timeout",
            duration("1s", "10m"),
            "30s",
            "Longest that fetching an image from a URL may take, and longest that reading one may take");
    static final Setting<List<String>> ALLOW_HOSTS = setting(
            "intake.allow-hosts", hostsWithPort(), "", "Exact host:port that images may come from although private");
    static final Setting<String> SERVER_HOST =
            setting("server.host", text(), "127.0.0.1", "Address the server listens on");
    static final Setting<String> AUTH_MODE = setting(
            "server.auth.mode",
            choice("none", "jwt", "api-key"),
            "none",
            "How users of the server prove who they are; none is for this machine only");
    static final Setting<String> AUTH_ALGORITHM = setting(
            "server.auth.algorithm", choice("HS256", "RS256"), "HS256", "How the tokens of mode jwt are signed");
    static final Setting<String> AUTH_SECRET =
            secret("server.auth.secret", "Secret that HS256 tokens are signed with, of 32 characters or more");
    static final Setting<Path> AUTH_PUBLIC_KEY =
            unset("server.auth.public-key", Locations.path(), "PEM file with the public key of RS256 tokens");
    static final Setting<String> AUTH_ISSUER =
            unset("server.auth.issuer", text(), "Who must have issued a token (iss); anybody unless set");
    static final Setting<String> AUTH_AUDIENCE =
            unset("server.auth.audience", text(), "Whom a token must be for (aud); anybody unless set");
    static final Setting<Integer> SERVER_PORT =
            setting("server.port", wholeNumber(0, 65_535), "8080", "Port the server listens on; 0 picks a free one");
    static final Setting<URI> PUBLIC_URL =
            unset("server.public-url", url(), "Address that users see, when a proxy stands before the server");
    static final Setting<List<String>> ALLOWED_ORIGINS =
            setting("server.allowed-origins", origins(), "", "Web origins that may call the server from a browser");
    static final Setting<Duration> SIGNED_URL_TTL = setting(
            "server.signed-url-ttl", duration("1m", "30d"), "24h", "How long the address of an image stays valid");
    static final Setting<String> RECORDS = setting("storage.records", text(), "sqlite", "Kind of records");
    static final Setting<String> IMAGES = setting("storage.images", text(), "files", "Kind of image vault");
    static final Setting<List<String>> REFINEMENT_STAGES = setting(
            "pipelines.refinement",
            words("a list of the stages " + String.join(", ", RefinementStage.labels())),
            String.join(",", RefinementStage.labels()),
            "Stages of a refinement; conditional_stage becomes that of its type");
    static final Setting<Path> PRICES =
            unset("prices", Locations.path(), "Model catalogue laid over the bundled, dated one, model by model");

    private static final List<Setting<?>> ROLES = List.of(HOME, EDIT, GENERATE, CRITIQUE, WRITE, FALLBACK);

    private static final List<Setting<?>> WORK = List.of(
            ACTIVE,
            REFINE,
            GENERATE_LIMIT,
            LOCAL_ACTIVE,
            LOCAL_REFINE,
            LOCAL_GENERATE,
            BUDGET_JOB,
            BUDGET_MONTH,
            BUDGET_DAY,
            UNKNOWN_PRICE,
            WORKERS,
            LEASE,
            POLL,
            REFINEMENT_TIMEOUT,
            RUN_TIMEOUT,
            MAX_ATTEMPTS,
            MAX_WAITING,
            MAX_BYTES,
            MAX_PIXELS,
            MAX_SIDE,
            INTAKE_TIMEOUT,
            ALLOW_HOSTS,
            SERVER_HOST,
            SERVER_PORT,
            PUBLIC_URL,
            ALLOWED_ORIGINS,
            AUTH_MODE,
            AUTH_ALGORITHM,
            AUTH_SECRET,
            AUTH_PUBLIC_KEY,
            AUTH_ISSUER,
            AUTH_AUDIENCE,
            SIGNED_URL_TTL,
            RECORDS,
            IMAGES,
            REFINEMENT_STAGES,
            PRICES);

    private final Map<String, Setting<?>> byKey = new LinkedHashMap<>();

    private KnownSettings(Collection<? extends Setting<?>> settings) {
        settings.forEach(setting -> byKey.putIfAbsent(setting.key(), setting));
    }

    static KnownSettings standard() {
        return withProviders(Map.of());
    }

    /** @param providerKeys for each provider on the class path the keys it understands */
    static KnownSettings withProviders(Map<String, Set<String>> providerKeys) {
        Stream<Setting<?>> added = providerKeys.entrySet().stream()
                .flatMap(entry -> KnownProviders.added(entry.getKey(), entry.getValue()).stream());
        return new KnownSettings(Stream.of(ROLES.stream(), KnownProviders.VENDORS.stream(), added, WORK.stream())
                .<Setting<?>>flatMap(settings -> settings)
                .toList());
    }

    Optional<Setting<?>> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Set<String> keys() {
        return Collections.unmodifiableSet(byKey.keySet());
    }

    Collection<Setting<?>> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    /** Why nobody reads {@code key}, and which one was probably meant. */
    String unknown(String key) {
        return groupMember(key)
                .map(member -> "'%s' is a group of settings; write for example '%s'".formatted(key, member))
                .orElseGet(() -> "unknown key '%s'%s".formatted(key, Suggestion.hint(key, keys())));
    }

    /** What is wrong with the text as the value of {@code key}. */
    Optional<String> problem(String key, String text) {
        return find(key).map(setting -> setting.problem(text)).orElseGet(() -> Optional.of(unknown(key)));
    }

    boolean isGroup(String key) {
        return groupMember(key).isPresent();
    }

    private Optional<String> groupMember(String key) {
        return keys().stream().filter(known -> known.startsWith(key + ".")).findFirst();
    }

    private static Setting<Integer> localLimit(String key, int least, String meaning) {
        return unset("limits.local." + key, wholeNumber(least, MOST), meaning);
    }
}
