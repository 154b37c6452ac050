package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.bootstrap.Settings.Entry;
import dev.pentimento.bootstrap.Settings.Sources;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.spi.FetchLimits;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String KEY = "sk-very-secret-123";

    private final Map<String, String> flags = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void startFromAnEmptyHome() {
        environment.put("HOME", directory.resolve("user").toString());
    }

    @Test
    void withoutAnythingTheDefaultsHold() {
        Settings settings = load();

        assertThat(settings.home()).isEqualTo(directory.resolve("user/.local/share/pentimento"));
        assertThat(settings.editProviders()).containsExactly("local");
        assertThat(settings.generateProviders()).containsExactly("local");
        assertThat(settings.critiqueProviders()).containsExactly("local");
        assertThat(settings.writeProviders()).containsExactly("local");
        assertThat(settings.intakeLimits()).isEqualTo(IntakeLimits.DEFAULT);
        assertThat(settings.fetchLimits()).isEqualTo(FetchLimits.DEFAULT);
        assertThat(settings.workers()).isEqualTo(4);
        assertThat(settings.refinementTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.runTimeout()).isEqualTo(Duration.ofMinutes(60));
        assertThat(settings.recordsKind()).isEqualTo("sqlite");
        assertThat(settings.imagesKind()).isEqualTo("files");
        assertThat(settings.localActiveJobs()).isEmpty();
        assertThat(settings.localRefinementsPerMonth()).isEmpty();
        assertThat(settings.localGenerationsPerMonth()).isEmpty();
        assertThat(settings.prices()).isEmpty();
        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.entries()).allMatch(entry -> entry.origin().equals("default"));
    }

    @Test
    void defaultsLookAtNoFile() {
        assertThat(Settings.defaults().entries())
                .allMatch(entry -> entry.origin().equals("default"));
        assertThat(Settings.defaults().home()).isAbsolute();
    }

    @Test
    void theStrongestSourceWins() {
        write("user/.config/pentimento/pentimento.yml", "jobs: {workers: 9}");
        assertEntry("jobs.workers", "9", directory.resolve("user/.config/pentimento/pentimento.yml") + ":1");

        write("work/pentimento.yml", "home: here\n\njobs:\n  workers: 5\n");
        assertEntry("jobs.workers", "5", "./pentimento.yml:4");

        write("work/.env", "# comment\nPENTIMENTO_JOBS_WORKERS=6\n");
        assertEntry("jobs.workers", "6", "./.env:2");

        environment.put("PENTIMENTO_JOBS_WORKERS", "7");
        assertEntry("jobs.workers", "7", "environment PENTIMENTO_JOBS_WORKERS");

        flags.put("jobs.workers", "8");
        assertEntry("jobs.workers", "8", "--workers");
        assertThat(load().workers()).isEqualTo(8);
    }

    @Test
    void theFileAskedForReplacesTheOthers() {
        write("work/pentimento.yml", "jobs: {workers: 5}");
        write("work/other.yml", "storage: {images: files}");
        flags.put("config", "other.yml");

        assertEntry("storage.images", "files", "./other.yml:1");
        assertEntry("jobs.workers", "4", "default");
    }

    @Test
    void theFileAskedForMustExist() {
        flags.put("config", "missing.yml");

        assertThat(problems()).containsExactly("./missing.yml: there is no such file");
    }

    @Test
    void filesThatCannotBeReadAreTold() throws IOException {
        Files.createDirectories(directory.resolve("work/pentimento.yml"));
        assertThat(problems()).singleElement().asString().startsWith("./pentimento.yml: cannot be read (");

        Files.delete(directory.resolve("work/pentimento.yml"));
        Files.write(directory.resolve("work/pentimento.yml"), new byte[] {'a', ':', (byte) 0xff});
        assertThat(problems()).containsExactly("./pentimento.yml: must be text in UTF-8");
    }

    @Test
    void byteOrderMarksAreOverlooked() {
        write("work/.env", "\uFEFFPENTIMENTO_JOBS_WORKERS=3\n");
        write("work/pentimento.yml", "\uFEFFjobs: {max-attempts: 7}\n");

        assertEntry("jobs.workers", "3", "./.env:1");
        assertEntry("jobs.max-attempts", "7", "./pentimento.yml:1");
    }

    @Test
    void groupsMayBeEmptyButNotValues() {
        write("work/pentimento.yml", "jobs:\n#  workers: 3\nproviders: {fal: {}}\n");
        assertThat(load().workers()).isEqualTo(4);

        assertThat(problems("providers: local", onlyLocal()))
                .containsExactly(
                        "./pentimento.yml:1: 'providers' is a group of settings; write for example 'providers.edit'");
    }

    @Test
    void everyKeyCanComeFromTheEnvironment() {
        Map<String, String> names = new LinkedHashMap<>();
        KnownSettings.standard().all().forEach(setting -> names.put(setting.environmentName(), setting.key()));
        assertThat(names)
                .as("no two keys share a variable")
                .hasSameSizeAs(KnownSettings.standard().all());

        environment.put("PENTIMENTO_PROVIDERS_OPENAI_API_KEY", KEY);
        environment.put("PENTIMENTO_SERVER_SIGNED_URL_TTL", "2h");
        assertEntry("providers.openai.api-key", "******** (set)", "environment PENTIMENTO_PROVIDERS_OPENAI_API_KEY");
        assertEntry("server.signed-url-ttl", "2h", "environment PENTIMENTO_SERVER_SIGNED_URL_TTL");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_API_KEY, openai, api-key",
        "JIGSAWSTACK_API_KEY, jigsawstack, api-key",
        "FAL_KEY, fal, api-key",
        "FAL_AI_API_KEY, fal, api-key",
        "GEMINI_API_KEY, gemini, api-key",
        "GOOGLE_API_KEY, gemini, api-key"
    })
    void vendorsOwnVariablesAreRead(String variable, String provider, String key) {
        environment.put(variable, KEY);

        assertThat(load().providerSettings(provider).find(key)).contains(KEY);
    }

    @Test
    void ourOwnVariableIsStrongerThanTheVendors() {
        environment.put("OPENAI_API_KEY", "theirs");
        environment.put("PENTIMENTO_PROVIDERS_OPENAI_API_KEY", "ours");

        assertThat(load().providerSettings("openai").find("api-key")).contains("ours");
    }

    @Test
    void emptyVariableCountsAsAbsent() {
        write("work/.env", "OPENAI_API_KEY=" + KEY + "\n");
        environment.put("OPENAI_API_KEY", "");

        assertThat(load().providerSettings("openai").find("api-key")).contains(KEY);
    }

    @Test
    void placeholdersAreFilledInFromTheEnvironmentAndDotEnv() {
        write("work/.env", "PLACE=from-dotenv\nNUMBER=3\n");
        environment.put("NUMBER", "5");
        write("work/pentimento.yml", "home: /data/${PLACE}/${OTHER:else}\njobs: {workers: \"${NUMBER}\"}\n");

        assertThat(load().home()).isEqualTo(Path.of("/data/from-dotenv/else"));
        assertThat(load().workers()).isEqualTo(5);
    }

    @Test
    void placeholderOfAKeyMayStayEmpty() {
        write("work/pentimento.yml", "providers: {fal: {api-key: \"${FAL_KEY}\"}}");

        assertEntry("providers.fal.api-key", "not set", "default");
        assertThat(load().providerSettings("fal").find("api-key")).isEmpty();
    }

    @Test
    void placeholderThatComesToNothingLeavesTheDefault() {
        write("work/pentimento.yml", "jobs: {workers: \"${WORKERS:}\"}");

        assertThat(load().workers()).isEqualTo(4);
    }

    @Test
    void otherPlaceholdersMustBeSet() {
        write("work/pentimento.yml", "\nhome: ${NOWHERE}/x");

        assertThat(problems()).containsExactly("./pentimento.yml:2: home needs the variable NOWHERE, which is not set");
    }

    @Test
    void homeFollowsTheCustomsOfTheDesktop() {
        environment.put("XDG_DATA_HOME", directory.resolve("xdg").toString());
        assertThat(load().home()).isEqualTo(directory.resolve("xdg/pentimento"));

        environment.put("PENTIMENTO_HOME", "~/art");
        assertThat(load().home()).isEqualTo(directory.resolve("user/art"));

        flags.put("home", "data");
        assertThat(load().home()).isEqualTo(directory.resolve("work/data"));
        assertEntry("home", directory.resolve("work/data").toString(), "--home");
    }

    @Test
    void theFileOfTheDocumentationIsValid() {
        environment.put("OPENAI_API_KEY", KEY);
        write("work/model-catalogue.yml", "");
        write("work/pentimento.yml", """
                home: ~/.local/share/pentimento
                providers:                       # what serves each role
                  edit:     [local]
                  generate: [local]
                  critique: [local]
                  write:    [local]              # prompts, checklists, palettes
                  fallback: never
                  openai:      {api-key: "${OPENAI_API_KEY}", base-url: "https://api.openai.com/v1", edit-model: gpt-image-2.5-sunburst, quality: high, concurrency: 4, requests-per-second: 5, timeout: 10m, retry-unknown: never}
                  jigsawstack: {api-key: "${JIGSAWSTACK_API_KEY}", base-url: "https://api.jigsawstack.com"}
                  fal:         {api-key: "${FAL_KEY}", queue-url: "https://queue.fal.run", upload-url: "https://rest.fal.ai", generate-endpoint: fal-ai/fast-lightning-sdxl, edit-endpoint: fal-ai/flux/dev/image-to-image, inpaint-endpoint: fal-ai/fast-lightning-sdxl/inpainting, poll-interval: 500ms}
                  gemini:      {api-key: "${GEMINI_API_KEY}", base-url: "https://generativelanguage.googleapis.com", critic-model: gemini-3.5-flash-lite, image-model: gemini-3.1-flash-image}
                  local:       {seed: 0}
                limits:   {active-per-user: 1, refine-per-month: 10, generate-per-month: 10}
                budget:   {per-job-usd: null, per-user-per-month-usd: null, per-day-usd: null, unknown-price: allow}
                jobs:     {workers: 4, lease: 30s, refinement-timeout: 30m, run-timeout: 60m, max-attempts: 3}
                intake:   {max-bytes: 25MB, max-pixels: 50000000, max-side: 16384, timeout: 30s, allow-hosts: []}
                server:   {host: 127.0.0.1, port: 8080, public-url: null, allowed-origins: [], auth: {mode: none}, signed-url-ttl: 24h}
                storage:  {records: sqlite, images: files}
                pipelines:
                  refinement: [load_base_image, conditional_stage, composite_mask, save_outputs]
                prices:   model-catalogue.yml
                """);

        Map<String, String> values = new LinkedHashMap<>();
        load().entries().forEach(entry -> values.put(entry.key(), entry.value()));
        environment.remove("OPENAI_API_KEY");
        flags.put("config", write("work/empty.yml", "").toString());
        Map<String, String> defaults = new LinkedHashMap<>();
        load().entries().forEach(entry -> defaults.put(entry.key(), entry.value()));
        defaults.put("providers.openai.api-key", "******** (set)");
        defaults.put("prices", directory.resolve("work/model-catalogue.yml").toString());
        assertThat(values).as("what the documentation shows are the defaults").isEqualTo(defaults);
    }

    @Test
    void allProblemsAreToldTogetherEachWithItsPlace() {
        write("work/pentimento.yml", """
                providers:
                  edti: [local]
                  edit: [opneai]
                jobs:
                  workers: many
                server: {host: 0.0.0.0}
                """);
        environment.put("PENTIMENTO_PROVIDERS_WRIT", "local");
        environment.put("PENTIMENTO_JOBS_LEASE", "30");
        flags.put("server.prot", "80");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "./pentimento.yml:2: unknown key 'providers.edti'; did you mean 'providers.edit'?",
                        "./pentimento.yml:3: providers.edit: No image provider named 'opneai'; did you mean 'openai'? Known: local",
                        "./pentimento.yml:5: jobs.workers must be a whole number from 1 to 256 but was 'many'",
                        "./pentimento.yml:6: server.host is '0.0.0.0', which others can reach, but server.auth.mode is none; set it to jwt or api-key",
                        "environment PENTIMENTO_PROVIDERS_WRIT: unknown variable 'PENTIMENTO_PROVIDERS_WRIT'; did you mean 'PENTIMENTO_PROVIDERS_WRITE'?",
                        "environment PENTIMENTO_JOBS_LEASE: jobs.lease must be a duration from 5s to 10m such as 30s but was '30'",
                        "--prot: unknown key 'server.prot'; did you mean 'server.port'?");
    }

    @Test
    void theLaunchersVariableIsNoSetting() {
        environment.put("PENTIMENTO_JAVA_OPTS", "-Xmx1g");

        assertThat(load().workers()).isEqualTo(4);
    }

    @Test
    void providerWithoutItsJarIsNamedWithTheJar() {
        flags.put("providers.edit", "openai, local");

        assertThat(problems())
                .containsExactly(
                        "--edit: providers.edit: No image provider named 'openai' on the class path; add the jar pentimento-adapters-openai. Known: local");
    }

    @Test
    void providersAreCheckedAgainWhereTheyAreBuilt() {
        Settings settings = load().with("providers.edit", "acme");

        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class, () -> settings.checkProviders(new TreeSet<>(List.of("acmee", "local"))));

        assertThat(invalid.problems())
                .containsExactly(
                        "program: providers.edit: No image provider named 'acme'; did you mean 'acmee'? Known: acmee, local");
    }

    @Test
    void providersOfOtherJarsHaveTheirOwnKeys() {
        environment.put("PENTIMENTO_PROVIDERS_ACME_ACCESS_TOKEN", KEY);
        write("work/pentimento.yml", "providers: {edit: [acme], acme: {region: north, timeout: 90s}}");

        Settings settings = load(acme());

        assertThat(settings.providerSettings("acme").find("region")).contains("north");
        assertThat(settings.providerSettings("acme").find("timeout")).contains("PT1M30S");
        assertThat(settings.toString()).doesNotContain(KEY);
        assertThat(problems("providers: {acme: {regoin: north}}", acme()))
                .containsExactly(
                        "./pentimento.yml:1: unknown key 'providers.acme.regoin'; did you mean 'providers.acme.region'?");
    }

    @Test
    void unknownKindsOfStorageAreRefused() {
        assertThat(problems("storage: {records: sqlte, images: s3}", onlyLocal()))
                .containsExactly(
                        "./pentimento.yml:1: storage.records: No kind of records named 'sqlte'; did you mean 'sqlite'? Known: sqlite",
                        "./pentimento.yml:1: storage.images: No kind of image vault named 's3'. Known: files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs.workers: 0",
                "jobs.workers: 4.5",
                "jobs.workers: '99999999999999999999'",
                "jobs.lease: 1s",
                "jobs.lease: 30x",
                "intake.max-bytes: 25XB",
                "intake.max-bytes: 1B",
                "intake.max-bytes: 2GB",
                "server.port: 65536",
                "budget.per-day-usd: -1",
                "budget.unknown-price: maybe",
                "providers.edit: []",
                "providers.edit: [local, local]",
                "providers.edit: [Local]",
                "providers.openai.base-url: ftp://x",
                "providers.openai.base-url: 'https://'",
                "providers.openai.allow-plain-http: yes",
                "intake.allow-hosts: [example.com]",
                "server.allowed-origins: ['*']",
                "pipelines.refinement: [Load Base Image]",
                "jobs.poll: 50ms",
                "providers.openai.requests-per-second: 0",
                "providers.openai.retry-unknown: twice"
            })
    void valuesOutOfRangeAreRefused(String line) {
        String key = line.substring(0, line.indexOf(':'));

        assertThat(problems(line, onlyLocal()))
                .singleElement()
                .asString()
                .startsWith("./pentimento.yml:1: " + key + " must be ");
    }

    @Test
    void unitsMayBeDecimalOrBinary() {
        write("work/pentimento.yml", "intake: {max-bytes: 1.5MiB, timeout: 500s}\nbudget: {per-day-usd: 2.50}");
        assertThat(load().intakeLimits().maxBytes()).isEqualTo(1_572_864);
        assertThat(load().fetchLimits()).isEqualTo(new FetchLimits(1_572_864, Duration.ofSeconds(500), Set.of()));

        flags.put("intake.max-bytes", "2 kb");
        assertThat(load().intakeLimits().maxBytes()).isEqualTo(2000);
    }

    @Test
    void localLimitsCanBeSet() {
        write(
                "work/pentimento.yml",
                "limits: {local: {active-per-user: 2, refine-per-month: 30, generate-per-month: 0}}");

        assertThat(load().localActiveJobs()).hasValue(2);
        assertThat(load().localRefinementsPerMonth()).hasValue(30);
        assertThat(load().localGenerationsPerMonth()).hasValue(0);
    }

    @Test
    void plainHttpIsForThisMachineAndForHostsThatAreListed() {
        assertThat(problems("providers.openai.base-url: http://10.0.0.7/v1", onlyLocal()))
                .containsExactly(
                        "./pentimento.yml:1: providers.openai.base-url must begin with https:// but was 'http://10.0.0.7/v1'; "
                                + "list 10.0.0.7:80 in intake.allow-hosts, or set providers.openai.allow-plain-http: true");

        write(
                "work/pentimento.yml",
                "providers.openai.base-url: http://10.0.0.7/v1\nproviders.openai.allow-plain-http: true");
        load();
        write(
                "work/pentimento.yml",
                "providers.openai.base-url: http://10.0.0.7/v1\nintake.allow-hosts: ['10.0.0.7:80']");
        load();
        write(
                "work/pentimento.yml",
                "providers: {openai: {base-url: 'http://localhost:1234/v1'}, fal: {queue-url: 'http://127.0.0.1:9'}}");
        load();
    }

    @Test
    void pricesMustBeReadable() {
        assertThat(problems("prices: none.yml", onlyLocal()))
                .singleElement()
                .asString()
                .startsWith("./pentimento.yml:1: prices must be a readable file");
    }

    @Test
    void secretsAreNeverShown() {
        environment.put("OPENAI_API_KEY", KEY);
        Settings settings = load();

        assertThat(settings + settings.entries().toString() + settings.providerSettings("openai") + sources())
                .doesNotContain(KEY);
    }

    @Test
    void secretsAreNotShownInMessagesEither() {
        environment.put("OPENAI_API_KEY", KEY + "\nX");
        environment.put("OPENAI_BASE_URL", "https://user:" + KEY + "@example.com");

        assertThat(problems()).hasSize(2).noneMatch(problem -> problem.contains(KEY));
    }

    @Test
    void secretsAreNotTakenFromFlags() {
        flags.put("providers.openai.api-key", KEY);

        assertThat(problems())
                .containsExactly(
                        "--api-key: providers.openai.api-key must not be given as a flag, which other users can see; set PENTIMENTO_PROVIDERS_OPENAI_API_KEY");
    }

    @Test
    void filesWithKeysShouldBeTheOwnersAlone() throws IOException {
        Path dotEnv = write("work/.env", "FAL_KEY=" + KEY + "\n");
        Path file = write("work/pentimento.yml", "providers: {openai: {api-key: " + KEY + "}}");
        Files.setPosixFilePermissions(dotEnv, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(load().warnings())
                .containsExactly(
                        "./.env holds a key and other users can read it; run: chmod 600 ./.env",
                        "./pentimento.yml holds a key and other users can read it; run: chmod 600 ./pentimento.yml");

        Files.setPosixFilePermissions(dotEnv, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(load().warnings()).isEmpty();
    }

    @Test
    void filesWithoutKeysMayBeReadByAnybody() {
        write("work/.env", "PLACE=here\n");
        write("work/pentimento.yml", "providers: {openai: {api-key: \"${OPENAI_API_KEY}\"}}");

        assertThat(load().warnings()).isEmpty();
    }

    @Test
    void programsMayChangeSettings() {
        Settings changed = load().with("jobs.workers", "2");

        assertThat(changed.workers()).isEqualTo(2);
        assertThat(changed.entries()).contains(new Entry("jobs.workers", "2", "program"));
        assertThat(load().workers()).isEqualTo(4);
    }

    @Test
    void programsAreToldOfMistakesToo() {
        assertThat(problemsOf(() -> load().with("job.workers", "2")))
                .containsExactly("program: unknown key 'job.workers'; did you mean 'jobs.workers'?");
        assertThat(problemsOf(() -> load().with("jobs.workers", "-2"))).hasSize(1);
        assertThat(problemsOf(() -> load().with("server.host", "0.0.0.0"))).hasSize(1);
        load().with(Map.of("server.host", "0.0.0.0", "server.auth.mode", "jwt"));
    }

    @Test
    void entriesFollowTheOrderOfTheDocumentation() {
        assertThat(load().entries())
                .extracting(Entry::key)
                .startsWith("home", "providers.edit")
                .endsWith("pipelines.refinement", "prices");
    }

    private void assertEntry(String key, String value, String origin) {
        assertThat(load().entries()).contains(new Entry(key, value, origin));
    }

    private Settings load() {
        return load(onlyLocal());
    }

    private Settings load(AdapterCatalogue catalogue) {
        return Settings.load(sources(), catalogue);
    }

    private Sources sources() {
        return new Sources(flags, environment, directory.resolve("work"));
    }

    private List<String> problems() {
        return problemsOf(this::load);
    }

    private List<String> problems(String file, AdapterCatalogue catalogue) {
        write("work/pentimento.yml", file);
        return problemsOf(() -> load(catalogue));
    }

    private static List<String> problemsOf(ThrowingCallable attempt) {
        return catchThrowableOfType(InvalidSettings.class, attempt).problems();
    }

    private static AdapterCatalogue onlyLocal() {
        return Adapters.catalogue(Adapters.provider("local", "seed"));
    }

    private static AdapterCatalogue acme() {
        return Adapters.catalogue(
                Adapters.provider("local", "seed"), Adapters.provider("acme", "region", "access-token"));
    }

    private Path write(String name, String content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
