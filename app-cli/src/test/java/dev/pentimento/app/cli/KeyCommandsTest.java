package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.access.ApiKey;
import dev.pentimento.domain.access.GrantedKey;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keys for users of the server. */
class KeyCommandsTest extends JobScene {

    @Test
    void keyIsShownOnceAndKeptAsItsHash() {
        Ending ending = here().run("keys", "create", "ann", "--label", "build server");

        ApiKey key = ApiKey.read(ending.out()).orElseThrow();
        GrantedKey kept = home.bench.keys.get(0);
        assertThat(kept.owner().value()).isEqualTo("ann");
        assertThat(kept.label()).isEqualTo("build server");
        assertThat(kept.hash()).isEqualTo(key.hash());
        assertThat(kept.toString()).doesNotContain(key.reveal());
        assertThat(ending.err()).contains("keys revoke " + key.name());
    }

    @Test
    void keysAreListedByTheirBeginnings() throws IOException {
        ApiKey key = ApiKey.read(here().run("keys", "create", "ann").out()).orElseThrow();

        Ending ending = here().run("keys", "list", "--json");

        assertThat(tree(ending.out()).at("/keys/0/name").asText()).isEqualTo(key.name());
        assertThat(tree(ending.out()).at("/keys/0/user").asText()).isEqualTo("ann");
        assertThat(ending.out()).doesNotContain(key.reveal());
    }

    @Test
    void keyIsRevokedByItsBeginning() throws IOException {
        ApiKey key = ApiKey.read(here().run("keys", "create", "ann").out()).orElseThrow();

        Ending ending = here().run("keys", "revoke", key.name(), "--json");

        assertThat(tree(ending.out()).get("revoked_at").asText()).isNotEmpty();
        assertThat(here().run("keys", "revoke", "pnt_nobody").code()).isEqualTo(1);
    }

    @Test
    void keysAloneSayWhatCanBeDone() {
        Ending ending = here().run("keys");

        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).contains("keys create");
    }
}
