package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.Reply;
import org.junit.jupiter.api.Test;

/** Users who may generate nothing at all. */
class NothingAllowedTest extends ConceptScene {
    @Override
    String[] settings() {
        return new String[] {"limits.local.generate-per-month", "0"};
    }

    @Test
    void nobodyIsToldThatWaitingHelps() {
        Reply reply =
                server.post("/api/concepts/generate-with-palettes", "{\"logo_description\": \"a fox for a bakery\"}");

        assertThat(reply.status()).as(reply.text()).isEqualTo(429);
        assertThat(reply.json().get("message").asText())
                .isEqualTo("The limit is 0 per month: nothing of this kind can be asked for unless it is raised");
        assertThat(reply.json().get("limit").asInt()).isZero();
    }
}
