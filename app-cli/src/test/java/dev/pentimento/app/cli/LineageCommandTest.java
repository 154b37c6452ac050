package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Refinement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageCommandTest {
    @TempDir
    private Path folder;

    private final FakeHome home = new FakeHome();

    private CommandRun here() {
        return new CommandRun(folder, home);
    }

    private static Work.RefineVersion work(Version base, String prompt) {
        return new Work.RefineVersion(
                base.id(),
                List.of(),
                new Refinement.PromptRefinement(new Instruction(prompt), null),
                Knobs.DEFAULT,
                Brief.EMPTY);
    }

    private Version refine(Version base, String prompt) {
        return home.bench.refine(base, work(base, prompt));
    }

    @Test
    void theTreeShowsWhatCameFromWhat() {
        home.bench.brief = new Brief("", "a cat", "");
        Version warm = refine(home.bench.original, "make it warmer");
        refine(warm, "add a hat");
        Version cold = refine(home.bench.original, "make it colder\nmuch colder");
        home.bench.refine(cold, work(cold, "use the hat"), warm.id());

        assertThat(here().onTerminal().run("lineage").out()).isEqualTo("""
                        Concept 00000000-0000-0000-0000-0000000000c0 "a cat", 5 versions
                        A v1  cat.png  imported, 640x480, 2026-11-20 09:31
                        ├── A1 v2  "make it warmer"  local, 640x480, 2026-11-20 09:32
                        │   └── A1.1 v3  "add a hat"  local, 640x480, 2026-11-20 09:33
                        └── A2 v4  "make it colder much colder"  local, 640x480, 2026-11-20 09:34
                            └── A2.1 v5  "use the hat" with A1  local, 640x480, 2026-11-20 09:35
                        """);
    }

    @Test
    void intoAPipeItIsJson() throws IOException {
        Version warm = refine(home.bench.original, "make it warmer");
        Version cold = refine(home.bench.original, "make it colder");
        home.bench.refine(cold, work(cold, "use the hat"), warm.id());

        JsonNode document = new ObjectMapper().readTree(here().run("lineage").out());

        assertThat(document.fieldNames()).toIterable().containsExactly("concept_id", "versions", "edges");
        assertThat(document.at("/versions/1").toString())
                .isEqualTo(
                        "{\"version_id\":\"%s\",\"label\":\"A1\",\"badge\":\"v2\",\"parents\":[\"%s\"],\"origin\":\"refined\",\"job_id\":\"00000000-0000-0002-0000-000000000001\",\"sha256\":\"%s\",\"created_at\":\"2026-11-20T09:32:00Z\"}"
                                .formatted(
                                        warm.id(),
                                        home.bench.original.id(),
                                        FakeWorkbench.PIXELS.digest().hex()));
        assertThat(document.at("/versions/0/job_id").isNull()).isTrue();
        assertThat(document.at("/edges")).hasSize(4);
        assertThat(document.at("/edges/2/role").asText()).isEqualTo("base");
        assertThat(document.at("/edges/3").toString())
                .isEqualTo(
                        "{\"from\":\"%s\",\"to\":\"00000000-0000-0001-0000-000000000004\",\"job_id\":\"00000000-0000-0002-0000-000000000003\",\"role\":\"reference\"}"
                                .formatted(warm.id()));
    }

    @Test
    void dotEscapesWhatUsersWrote() {
        refine(home.bench.original, "say \"hi\\n\"");

        assertThat(here().run("lineage", "--format", "dot").out().lines())
                .contains(
                        "digraph lineage {",
                        "  \"00000000-0000-0001-0000-000000000002\" [label=\"A1 v2\\n\\\"say \\\"hi\\\\n\\\"\\\"\\nlocal\"];",
                        "  \"00000000-0000-0001-0000-000000000001\" -> \"00000000-0000-0001-0000-000000000002\";",
                        "}");
    }

    @Test
    void mermaidEscapesWhatUsersWrote() {
        Version warm = refine(home.bench.original, "a \"b\" ]; c");
        home.bench.refine(home.bench.original, work(home.bench.original, "more"), warm.id());

        assertThat(here().run("lineage", "--format", "MERMAID").out().lines())
                .containsExactly(
                        "flowchart TD",
                        "  n0[\"A v1<br/>cat.png<br/>imported\"]",
                        "  n1[\"A1 v2<br/>#34;a #34;b#34; #93;#59; c#34;<br/>local\"]",
                        "  n0 --> n1",
                        "  n2[\"A2 v3<br/>#34;more#34;<br/>local\"]",
                        "  n0 --> n2",
                        "  n1 -.-> n2");
    }

    @Test
    void aChosenFormatHoldsInAPipeAndContradictsJson() {
        assertThat(here().run("lineage", "--format", "tree").out()).startsWith("Concept ");

        Ending ending = here().run("lineage", "--format", "dot", "--json");
        assertThat(ending.err()).isEqualTo("pentimento: --json and --format dot contradict each other\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void unknownFormatsAreUsageErrors() {
        Ending ending = here().run("lineage", "--format", "svg");

        assertThat(ending.err()).startsWith("pentimento: --format: expected one of [tree, json, dot, mermaid]");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void deepAndBroadLineagesAreDrawn() {
        Version deep = home.bench.original;
        for (int i = 0; i < 3000; i++) {
            deep = refine(deep, "deeper");
        }
        for (int i = 0; i < 10_000; i++) {
            refine(home.bench.original, "broader");
        }

        for (String format : List.of("tree", "json", "dot", "mermaid")) {
            Ending ending = here().run("lineage", "--format", format);

            assertThat(ending.code()).isZero();
            assertThat(ending.out().lines().count()).isGreaterThan(13_000);
        }
    }
}
