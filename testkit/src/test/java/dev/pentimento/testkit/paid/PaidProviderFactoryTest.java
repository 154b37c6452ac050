package dev.pentimento.testkit.paid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.ports.failure.InvalidSettings;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PaidProviderFactoryTest {
    private static final String URL = "http://127.0.0.1:1";

    @Test
    void everyWrongSettingIsToldAtOnce() {
        Map<String, String> wrong = Map.of("mode", "fast", "price-micro-usd", "much", "max-candidates", "0");

        InvalidSettings failure = catchThrowableOfType(InvalidSettings.class, () -> create(wrong));

        assertThat(failure.problems())
                .containsExactly(
                        "providers.paid.url must be the address of a PaidServer but is ''",
                        "providers.paid.mode must be sync or queue but is 'fast'",
                        "providers.paid.price-micro-usd must be a number of micro-USD, or unknown but is 'much'",
                        "providers.paid.max-candidates must be 1 to 10 but is '0'");
    }

    @Test
    void priceIsUnknownUnlessToldSo() {
        ImageEditor editor = create(Map.of("url", URL));

        assertThat(editor.estimate(PaidTrial.request())).isEqualTo(Cost.unknown());
    }

    @Test
    void estimateCountsCandidates() {
        ImageEditor editor = create(Map.of("url", URL, "price-micro-usd", "40000", "max-candidates", "3"));
        Knobs three =
                new Knobs(Knobs.DEFAULT.strength(), Knobs.DEFAULT.creativity(), Knobs.DEFAULT.preserve(), 3, null);

        assertThat(editor.estimate(PaidTrial.request().with(three))).isEqualTo(Cost.estimated(120_000));
        assertThat(editor.capabilities(null).maxCandidates()).isEqualTo(3);
    }

    @Test
    void anotherNameIsTheNameInReports() {
        assertThat(new PaidProviderFactory("paid-too").name()).isEqualTo("paid-too");
    }

    @Test
    void noInstallationFindsIt() {
        assertThat(ServiceLoader.load(ProviderFactory.class)).noneMatch(PaidProviderFactory.class::isInstance);
    }

    private static ImageEditor create(Map<String, String> settings) {
        return new PaidProviderFactory()
                .create(ProviderSettings.of("paid", new HashMap<>(settings)), Fixtures.noResults())
                .editor()
                .orElseThrow();
    }
}
