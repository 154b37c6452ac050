package dev.pentimento.adapters.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemasTest {
    private final Schemas schemas = new Schemas();

    record Cup(String shape, @Nullable Integer volumeMl, List<Sugar> sugars, Map<String, Long> counts, DayOfWeek day) {}

    record Sugar(double weight, @Nullable Sugar next) {}

    static final class Other {
        record Sugar(boolean brown) {}
    }

    @Test
    void recordIsAnObjectThatNeedsAllItsMembers() {
        assertThat(schemas.of(Cup.class)).containsEntry("$ref", "#/components/schemas/Cup");

        assertThat(named("Cup").get("type").asText()).isEqualTo("object");
        assertThat(named("Cup").get("required").toString())
                .isEqualTo("[\"shape\",\"volume_ml\",\"sugars\",\"counts\",\"day\"]");
    }

    @Test
    void whatMayBeNullSaysSo() {
        schemas.of(Cup.class);

        assertThat(property("volume_ml").get("type").toString()).isEqualTo("[\"integer\",\"null\"]");
        assertThat(property("shape").get("type").asText()).isEqualTo("string");
    }

    @Test
    void listsMapsAndEnumsSayWhatTheyHold() {
        schemas.of(Cup.class);

        assertThat(property("sugars").at("/items/$ref").asText()).isEqualTo("#/components/schemas/Sugar");
        assertThat(property("counts").at("/additionalProperties/type").asText()).isEqualTo("integer");
        assertThat(property("day").get("enum").toString()).contains("MONDAY", "SUNDAY");
    }

    @Test
    void recordMayHoldItself() {
        schemas.of(Sugar.class);

        assertThat(named("Sugar").at("/properties/next/anyOf/0/$ref").asText()).isEqualTo("#/components/schemas/Sugar");
    }

    @Test
    void typesOfTheSameNameAreToldApart() {
        schemas.of(Sugar.class);
        schemas.of(Other.Sugar.class);

        assertThat(schemas.named()).containsKeys("Sugar", "OtherSugar");
    }

    @Test
    void requestNeedsOnlyWhatMayNotBeNull() {
        assertThat(schemas.ofRequest(Cup.class)).containsEntry("required", List.of("shape", "counts", "day"));
    }

    @Test
    void requestThatHoldsAnotherNeedsNoMoreOfThatEither() {
        schemas.ofRequest(Cup.class);

        assertThat(named("Sugar").get("required").toString()).isEqualTo("[\"weight\"]");
    }

    private JsonNode property(String name) {
        return named("Cup").at("/properties/" + name);
    }

    private JsonNode named(String name) {
        return new ObjectMapper().valueToTree(schemas.named()).get(name);
    }
}
