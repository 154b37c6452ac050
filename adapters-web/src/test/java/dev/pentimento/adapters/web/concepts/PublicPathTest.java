package dev.pentimento.adapters.web.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.adapters.web.Reply;
import dev.pentimento.adapters.web.TestPictures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that users see below a path of another one. */
class PublicPathTest extends ConceptScene {
    private static final String PUBLIC = "https://pics.example.com/pentimento";

    @Override
    String[] settings() {
        return new String[] {"server.public-url", PUBLIC + "/", "limits.local.refine-per-month", "9"};
    }

    @Test
    void imageThatWasHandedOutIsKnownAgain() {
        String url = refined().get("image_url").asText();
        String unsigned = url.substring(0, url.indexOf('?'));
        String withoutPath = url.replace(PUBLIC, server.address().toString());

        assertThat(url).startsWith(PUBLIC + "/api/images/");
        for (String address : List.of(url, unsigned, withoutPath)) {
            awaitEnd(id(server.post("/api/concepts/refine", refinement(address))));
        }
        assertThat(site.requests()).as("fetched once").hasSize(1);
    }

    @Test
    void whatWasMadeIsWhereUsersSeeIt() {
        Reply task = refine();
        Reply run = server.send(
                new FormBody().png("images", TestPictures.png(0x30c060)).in(server.request("/api/v1/runs")));

        assertThat(task.header("Location")).contains("/pentimento/api/tasks/" + id(task));
        assertThat(run.header("Location"))
                .contains("/pentimento/api/v1/runs/" + run.json().get("run_id").asText());
    }
}
