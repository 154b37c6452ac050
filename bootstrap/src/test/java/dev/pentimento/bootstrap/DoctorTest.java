package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.bootstrap.Adapters.NamedVault;
import dev.pentimento.bootstrap.Doctor.Finding;
import dev.pentimento.bootstrap.Doctor.Level;
import dev.pentimento.bootstrap.Settings.Sources;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.spi.ProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final String KEY = "sk-very-secret-123";
    private static final ProviderFactory LOCAL = Adapters.provider("local", "seed");

    private final Map<String, String> environment = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void freshHomeIsLeftAlone() {
        List<Finding> findings = examine(Adapters.catalogue(DoctorTest::mustStayClosed, LOCAL));

        assertThat(findings).contains(new Finding(Level.OK, "home", home() + " will be created on first use", ""));
        assertThat(findings).contains(new Finding(Level.OK, "records", "'sqlite' will be set up on first use", ""));
        assertThat(home()).doesNotExist();
    }

    @Test
    void emptyHomeIsLeftAlone() throws IOException {
        Files.createDirectory(home());

        assertThat(examine(Adapters.catalogue(DoctorTest::mustStayClosed, LOCAL)))
                .contains(new Finding(Level.OK, "records", "'sqlite' will be set up on first use", ""));
        assertThat(home()).isEmptyDirectory();
    }

    @Test
    void recordsThatAreThereAreRead() throws IOException {
        Files.createFile(Files.createDirectory(home()).resolve("records.db"));

        assertThat(examine(Adapters.catalogue(LOCAL)))
                .contains(new Finding(Level.OK, "home", home() + " can be written", ""))
                .contains(new Finding(Level.OK, "records", "'sqlite' can be read, concepts: 0", ""));
    }

    @Test
    void recordsThatCannotBeReadAreAProblem() throws IOException {
        Files.createFile(Files.createDirectory(home()).resolve("records.db"));
        AdapterCatalogue damaged = Adapters.catalogue(
                () -> {
                    throw new StorageFailure(StorageFailure.Reason.NEWER_SCHEMA, "Written by a newer Pentimento", null);
                },
                LOCAL);

        assertThat(examine(damaged))
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo(new Finding(
                                Level.PROBLEM,
                                "records",
                                "Written by a newer Pentimento",
                                "Restore the home from a backup, or choose another")));
    }

    @Test
    void homeThatIsAFileIsAProblem() throws IOException {
        Files.createFile(home());

        assertThat(examine(Adapters.catalogue(LOCAL)))
                .filteredOn(finding -> finding.level() == Level.PROBLEM)
                .extracting(Finding::message)
                .containsExactly(home() + " is not a directory");
    }

    @Test
    void javaAndCodecArePartOfIt() {
        assertThat(examine(Adapters.catalogue(LOCAL)))
                .anySatisfy(finding -> assertThat(finding.subject()).isEqualTo("java"))
                .contains(new Finding(Level.OK, "image codec", "'plain' reads what it writes", ""));
    }

    @Test
    void missingCodecIsAProblem() {
        AdapterCatalogue without = AdapterCatalogue.of(
                List.of(LOCAL),
                List.of(),
                List.of(new NamedVault("files")),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(examine(without))
                .filteredOn(finding -> finding.level() == Level.PROBLEM)
                .extracting(Finding::subject)
                .containsExactly("image codec", "records");
    }

    @Test
    void providersSayWhatTheyAreAndWhatTheyCannotDo() {
        assertThat(examine(Adapters.catalogue(LOCAL)))
                .contains(new Finding(Level.OK, "provider local", "A provider for tests", ""))
                .contains(new Finding(
                        Level.WARNING,
                        "provider local",
                        "cannot do what providers.edit asks of it",
                        "Name another there"));
    }

    @Test
    void providerWithoutItsJarIsAProblem() {
        assertThat(examine(Adapters.catalogue())).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Level.PROBLEM);
            assertThat(finding.message()).contains("add the jar pentimento-adapters-local");
        });
    }

    @Test
    void missingKeyIsAProblemThatNamesTheVariable() {
        environment.put("PENTIMENTO_PROVIDERS_EDIT", "openai");

        assertThat(examine(Adapters.catalogue(LOCAL, Adapters.provider("openai", "api-key"))))
                .contains(new Finding(Level.PROBLEM, "provider openai", "has no key", "Set OPENAI_API_KEY"));
    }

    @Test
    void keysAreFoundButNeverTold() {
        environment.put("PENTIMENTO_PROVIDERS_EDIT", "openai");
        environment.put("OPENAI_API_KEY", KEY);
        environment.put("FAL_KEY", KEY);

        List<Finding> findings = examine(Adapters.catalogue(LOCAL, Adapters.provider("openai", "api-key")));

        assertThat(findings)
                .contains(new Finding(
                        Level.OK, "provider openai", "A provider for tests; key found: environment OPENAI_API_KEY", ""))
                .contains(
                        new Finding(Level.OK, "provider fal", "key found (environment FAL_KEY); no role uses it", ""));
        assertThat(findings.toString()).doesNotContain(KEY);
    }

    @Test
    void configuredModelsSayFromWhereAndWhenTheirPricesAreKnown() {
        assertThat(examineOpenAi("gpt-image-2.5-sunburst"))
                .contains(new Finding(
                        Level.OK,
                        "model gpt-image-2.5-sunburst",
                        "prices are known; read on 2026-11-20 from https://developers.openai.com/api/docs/guides/image-generation",
                        ""));
    }

    @Test
    void modelThatIsShutDownWithinSixtyDaysIsAWarning() {
        now = Instant.parse("2026-10-02T00:00:00Z");

        assertThat(examineOpenAi("gpt-image-1-mini"))
                .contains(new Finding(
                        Level.WARNING,
                        "model gpt-image-1-mini",
                        "will be shut down on 2026-12-01, in 60 days; use 'gpt-image-2.6-flare'",
                        ""));
    }

    @Test
    void modelThatStaysForLongerIsNoWarning() {
        now = Instant.parse("2026-10-01T23:59:59Z");

        assertThat(examineOpenAi("gpt-image-1-mini"))
                .filteredOn(finding -> finding.subject().equals("model gpt-image-1-mini"))
                .extracting(Finding::level)
                .containsExactly(Level.OK);
    }

    @Test
    void modelThatIsGoneIsAProblem() {
        assertThat(examineOpenAi("gpt-image-1"))
                .contains(new Finding(
                        Level.PROBLEM,
                        "model gpt-image-1",
                        "was shut down on 2026-10-23; use 'gpt-image-2.5-sunburst'",
                        ""));
    }

    @Test
    void modelThatNobodyDescribesCostsNobodyKnowsWhat() {
        assertThat(examineOpenAi("gpt-image-9")).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.message()).contains("what it costs is unknown");
            assertThat(finding.advice()).contains("providers.openai.edit-model");
        });
    }

    @Test
    void modelOfARoleThatTheProviderDoesNotServeIsNotLookedAt() {
        environment.put("PENTIMENTO_PROVIDERS_CRITIQUE", "gemini");
        environment.put("GEMINI_API_KEY", KEY);

        assertThat(examine(Adapters.catalogue(LOCAL, Adapters.provider("gemini", "api-key"))))
                .extracting(Finding::subject)
                .contains("model gemini-3.5-flash-lite")
                .doesNotContain("model gemini-3.1-flash-image");
    }

    private List<Finding> examineOpenAi(String model) {
        environment.put("PENTIMENTO_PROVIDERS_EDIT", "openai");
        environment.put("OPENAI_API_KEY", KEY);
        environment.put("PENTIMENTO_PROVIDERS_OPENAI_EDIT_MODEL", model);
        return examine(Adapters.catalogue(LOCAL, Adapters.provider("openai", "api-key")));
    }

    @Test
    void theInstallationItselfCanBeExamined() {
        assertThat(Doctor.examine(Settings.defaults().with("home", home().toString())))
                .isNotEmpty();
    }

    private List<Finding> examine(AdapterCatalogue catalogue) {
        environment.put("PENTIMENTO_HOME", home().toString());
        Settings settings = Settings.load(new Sources(Map.of(), environment, directory), catalogue);
        return Doctor.examine(settings, catalogue, () -> now);
    }

    private Path home() {
        return directory.resolve("home");
    }

    private static Records mustStayClosed() {
        throw new AssertionError("a fresh home must not be opened");
    }
}
