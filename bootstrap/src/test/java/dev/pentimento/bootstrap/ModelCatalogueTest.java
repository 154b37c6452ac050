package dev.pentimento.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.ModelFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCatalogueTest {
    private static final LocalDate CHECKED = LocalDate.parse("2026-11-20");

    @TempDir
    private Path folder;

    static Stream<ModelFacts> bundled() {
        ModelCatalogue catalogue = CatalogueReader.bundled();
        return Stream.of("openai", "gemini", "fal", "jigsawstack").flatMap(provider -> catalogue.of(provider).stream());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyBundledModelSaysWhereAndWhenItWasReadAndWhatItIsFor(ModelFacts model) {
        assertThat(model.source()).startsWith("https://");
        assertThat(model.checked()).isEqualTo(CHECKED);
        assertThat(model.uses()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyModelThatGoesNamesASuccessorThatStays(ModelFacts model) {
        if (model.shutdown() != null) {
            assertThat(bundled())
                    .filteredOn(other -> other.id().equals(model.successor()))
                    .singleElement()
                    .satisfies(other -> assertThat(other.shutdown()).isNull());
        }
    }

    @Test
    void defaultModelsAreKnown() {
        Settings settings = Settings.defaults();

        assertThat(List.of("openai", "gemini", "fal"))
                .allSatisfy(provider -> assertThat(
                                settings.configuredModels(provider).values())
                        .isNotEmpty()
                        .allSatisfy(model -> assertThat(settings.models(provider))
                                .extracting(ModelFacts::id)
                                .contains(model)));
    }

    @Test
    void bundledPricesAreMicroUsdForALot() {
        ModelFacts model = model(Settings.defaults(), "openai", "gpt-image-2.5-sunburst");

        assertThat(model.prices().microUsd())
                .isEqualTo(Map.of(
                        PriceUnit.TEXT_INPUT_TOKEN, 5_000_000L,
                        PriceUnit.IMAGE_INPUT_TOKEN, 8_000_000L,
                        PriceUnit.IMAGE_OUTPUT_TOKEN, 30_000_000L));
        assertThat(model.canvas()).contains(new Canvas.Grid(16, 16, 3840, 655_360, 8_294_400, 3));
        assertThat(model.mask()).contains(MaskForm.TRANSPARENT_IS_EDIT);
        assertThat(model.number("output-tokens.high", 0)).isEqualTo(1756);
    }

    @ParameterizedTest
    @CsvSource({
        "96, 64, 1264, 848",
        "1000, 1000, 1024, 1024",
        "1920, 1080, 2752, 1536",
        "3000, 2000, 5056, 3392",
        "5000, 5000, 4096, 4096"
    })
    void geminiMakesPicturesOfTenShapesInThreeResolutions(int width, int height, int canvasWidth, int canvasHeight) {
        Canvas canvas = model(Settings.defaults(), "gemini", "gemini-3.1-flash-image")
                .canvas()
                .orElseThrow();

        assertThat(((Canvas.Listed) canvas).sizes()).hasSize(30);
        assertThat(canvas.fit(new ImageSize(width, height))).isEqualTo(new ImageSize(canvasWidth, canvasHeight));
    }

    @Test
    void priceThatIsNotKnownIsUnknownAndNotNothing() {
        ModelFacts model = model(Settings.defaults(), "fal", "fal-ai/flux/dev/image-to-image");

        assertThat(model.prices().reported(new Usage(Map.of(PriceUnit.BILLABLE_MILLIUNIT, 1000L))))
                .isEqualTo(Cost.unknown());
    }

    @Test
    void modelsThatGoAreDated() {
        assertThat(model(Settings.defaults(), "openai", "gpt-image-1").shutdown())
                .isEqualTo(LocalDate.parse("2026-10-23"));
        assertThat(model(Settings.defaults(), "openai", "chatgpt-image-latest").shutdown())
                .isEqualTo(LocalDate.parse("2026-12-01"));
        assertThat(model(Settings.defaults(), "gemini", "gemini-2.5-flash").successor())
                .isEqualTo("gemini-3.5-flash-lite");
    }

    @Test
    void endpointsMayBeDeclaredWithWhatTheyTake() {
        Settings settings = with("""
                checked: 2026-12-24
                fal:
                  acme/paint/edit:
                    uses: [edit]
                    parameters: {prompt: text, image_url: url, strength: 0.1..1.0}
                    send: {steps: 8}
                """);

        assertThat(model(settings, "fal", "acme/paint/edit").traits())
                .containsEntry("parameters.image_url", "url")
                .containsEntry("parameters.strength", "0.1..1.0")
                .containsEntry("send.steps", "8");
    }

    @Test
    void ownCatalogueIsLaidOverTheBundledOneModelByModel() {
        Settings settings = with("""
                checked: 2026-12-24
                openai:
                  gpt-image-2:
                    prices: {image-output-token: 25.5}
                    canvas: any
                fal:
                  fal-ai/flux/dev/image-to-image: {prices: {billable-unit: 0.03}}
                  my/own: {uses: [edit], checked: 2026-12-25, source: the bill}
                """);

        ModelFacts changed = model(settings, "openai", "gpt-image-2");
        assertThat(changed.prices().microUsd())
                .containsEntry(PriceUnit.IMAGE_OUTPUT_TOKEN, 25_500_000L)
                .containsEntry(PriceUnit.TEXT_INPUT_TOKEN, 5_000_000L);
        assertThat(changed.canvas()).contains(new Canvas.Any());
        assertThat(changed.number("max-references", 0)).isEqualTo(15);
        assertThat(changed.checked()).isEqualTo(LocalDate.parse("2026-12-24"));
        assertThat(changed.source()).endsWith("prices.yml");
        assertThat(model(settings, "fal", "fal-ai/flux/dev/image-to-image")
                        .prices()
                        .microUsd())
                .containsEntry(PriceUnit.BILLABLE_MILLIUNIT, 30_000L);
        assertThat(model(settings, "fal", "my/own").source()).isEqualTo("the bill");
        assertThat(model(settings, "gemini", "gemini-3.1-flash-image").checked())
                .isEqualTo(CHECKED);
    }

    @Test
    void gridTakesThePlaceOfAList() {
        Settings settings = with("""
                checked: 2026-12-24
                openai: {gpt-image-1-mini: {canvas: {max-side: 2000}}}
                """);

        assertThat(model(settings, "openai", "gpt-image-1-mini").canvas())
                .contains(new Canvas.Grid(1, 1, 2000, 1, 4_000_000, 2000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prices: {image-output-tokn: 3}|nothing is priced by 'image-output-tokn'; did you mean 'image-output-token'?",
                "prices: {image: -1}|prices.image must be an amount in US dollars such as 2.50 but was '-1'",
                "prices: {image: cheap}|prices.image must be an amount in US dollars such as 2.50 but was 'cheap'",
                "max-refrences: 3|unknown key 'max-refrences'; did you mean 'max-references'?",
                "max-references: many|max-references must be a number but was 'many'",
                "max-references: -1|max-references must be at least 0 but was -1",
                "seed: maybe|seed must be true or false but was 'maybe'",
                "mask: black|mask must be one of none, coverage, transparent-is-edit, white-is-edit but was 'black'",
                "canvas: huge|canvas must be any, or sizes such as 1024x1024 but was 'huge'",
                "canvas: {max-side: 10, step: 0}|No size fits steps of 0",
                "shutdown: soon|shutdown must be a day such as 2026-11-20 but was 'soon'",
                "uses: [edit, paint]|uses must be some of critique, edit, generate, write but was 'paint'"
            })
    void problemsAreToldWithTheirLine(String line, String problem) {
        assertThat(problemsOf("checked: 2026-12-24\nopenai:\n  gpt-image-2:\n    " + line + "\n"))
                .singleElement()
                .asString()
                .contains("prices.yml:4: gpt-image-2: ")
                .contains(problem);
    }

    @Test
    void gridWithoutItsLongestSideSaysNothing() {
        assertThat(problemsOf("checked: 2026-12-24\nopenai:\n  new:\n    canvas: {step: 16}\n"))
                .singleElement()
                .asString()
                .endsWith("prices.yml:4: new: canvas.step says nothing without canvas.max-side");
    }

    @Test
    void whoWritesDownAPriceSaysWhen() {
        assertThat(problemsOf("openai:\n  gpt-image-2:\n    prices: {image: 1}\n"))
                .singleElement()
                .asString()
                .contains("prices.yml:3: gpt-image-2 needs the day on which this was read");
    }

    @Test
    void shapeIsToldWhereItIsAnother() {
        assertThat(problemsOf("checked: 2026-12-24\nopenai: {gpt-image-2: free}\n"))
                .singleElement()
                .asString()
                .contains("prices.yml:2: 'openai > gpt-image-2' must be a provider, then a model");
        assertThat(problemsOf("a: [")).singleElement().asString().contains("prices.yml:1: not readable as YAML");
    }

    @Test
    void traitsOfProvidersThatAreNotOursAreTheirs() {
        Settings settings = with("checked: 2026-12-24\nothers:\n  model-x: {colours: 7}\n");

        assertThat(CatalogueReader.with(settings.pricesFile().orElseThrow(), new Problems())
                        .of("others")
                        .get(0)
                        .trait("colours"))
                .contains("7");
    }

    @Test
    void providersWithinThisProcessAreNotLookedUp() {
        assertThat(Settings.defaults().models("local")).isEmpty();
    }

    @Test
    void fileThatIsNotThereIsAProblemOfTheSetting() {
        assertThatThrownBy(() -> Settings.defaults()
                        .with("prices", folder.resolve("none.yml").toString()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("prices must be a readable file");
    }

    private Settings with(String catalogue) {
        Path file = folder.resolve("prices.yml");
        try {
            Files.writeString(file, catalogue);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Settings.defaults().with("prices", file.toString());
    }

    private List<String> problemsOf(String catalogue) {
        return catchThrowableOfType(InvalidSettings.class, () -> with(catalogue))
                .problems();
    }

    private static ModelFacts model(Settings settings, String provider, String id) {
        return settings.models(provider).stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
