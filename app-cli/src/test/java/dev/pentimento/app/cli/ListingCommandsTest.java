package dev.pentimento.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pentimento.app.cli.CommandRun.Ending;
import dev.pentimento.bootstrap.Doctor;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.Difference;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import dev.pentimento.ports.in.CompareVersions;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.ListProviders;
import dev.pentimento.ports.in.RefineImage.Remote;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MaskForm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingCommandsTest {
    @TempDir
    private Path folder;

    private final FakeHome home = new FakeHome();

    private CommandRun here() {
        return new CommandRun(folder, home);
    }

    private JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(here().run(arguments).out());
    }

    private static Work.RefineVersion work(Version base, String prompt) {
        MaskSpec mask = new MaskSpec(List.of(new MaskShape.Circle(new Point(0.5, 0.25), 0.125)), 3);
        return new Work.RefineVersion(
                base.id(),
                List.of(),
                new Refinement.PromptRefinement(new Instruction(prompt), mask),
                Knobs.DEFAULT,
                new Brief("", "a fox", ""));
    }

    @Test
    void generateAsksForOriginals() {
        Ending ending = here().onTerminal()
                .run("generate", "a red fox", "--variants", "2", "--size", "300x200", "--palettes", "1", "--seed", "7");

        assertThat(ending.code()).isZero();
        assertThat(ending.out()).contains("B v1", "C v1", "Refine it again: pentimento refine B");
        var command = Objects.requireNonNull(home.bench.generated);
        assertThat(command.size()).hasToString("300x200");
        assertThat(command.variants()).isEqualTo(2);
        assertThat(command.palettes()).isEqualTo(1);
        assertThat(command.seed()).isEqualTo(7);
        assertThat(command.brief().prompt()).isEqualTo("a red fox");
    }

    @Test
    void sizesAreWidthByHeight() {
        Ending ending = here().run("generate", "a red fox", "--size", "big");

        assertThat(ending.err()).startsWith("pentimento: --size: 'big' is not a size such as 1024x768\n");
        assertThat(ending.code()).isEqualTo(2);
    }

    @Test
    void importTakesFilesInTheirOrder() throws IOException {
        Files.write(folder.resolve("a.png"), new byte[] {1});
        Files.write(folder.resolve("b.png"), new byte[] {2});

        Ending ending = here().onTerminal().run("import", "a.png", "b.png", "--theme", "autumn");

        assertThat(ending.out()).startsWith("A v1  640x480  /home/ann/pictures/made.png\n");
        var command = Objects.requireNonNull(home.bench.imported);
        assertThat(command.pictures())
                .containsExactly(
                        new Uploaded(new ImageFile("a.png", new byte[] {1})),
                        new Uploaded(new ImageFile("b.png", new byte[] {2})));
        assertThat(command.brief().theme()).isEqualTo("autumn");
        assertThat(json("import", "a.png").at("/versions/0/label").asText()).isEqualTo("A");
    }

    @Test
    void importTakesUrlsBetweenFiles() throws IOException {
        Files.write(folder.resolve("a.png"), new byte[] {1});

        Ending ending = here().run("import", "https://example.org/b.png?key=s3cret", "a.png");

        assertThat(Objects.requireNonNull(home.bench.imported).pictures())
                .containsExactly(
                        new Remote(URI.create("https://example.org/b.png?key=s3cret")),
                        new Uploaded(new ImageFile("a.png", new byte[] {1})));
        assertThat(ending.err()).isEqualTo("Fetching https://example.org/b.png\n");
    }

    @Test
    void quietImportsAnnounceNoUrl() {
        assertThat(here().run("import", "https://example.org/b.png", "--quiet").err())
                .isEmpty();
    }

    @Test
    void importOfAMissingFileImportsNothing() {
        Ending ending = here().run("import", "a.png");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(home.opened).isFalse();
    }

    @Test
    void conceptsAreListed() throws IOException {
        home.bench.brief = new Brief("a fox\nin the snow", "", "");
        home.bench.concepts =
                List.of(new ListConcepts.Summary(home.bench.concept(), 3, Optional.of(home.bench.original)));

        assertThat(here().onTerminal().run("concepts").out())
                .isEqualTo(
                        "00000000-0000-0000-0000-0000000000c0  2026-11-20 09:30     3 versions  a fox in the snow\n");
        JsonNode concept = json("concepts").at("/concepts/0");
        assertThat(concept.get("versions").asInt()).isEqualTo(3);
        assertThat(concept.get("latest_version_id").asText())
                .isEqualTo(home.bench.original.id().toString());
        assertThat(concept.get("created_at").asText()).isEqualTo("2026-11-20T09:30:00Z");
    }

    @Test
    void whereThereIsNoConceptYetTheBeginningIsTold() throws IOException {
        assertThat(here().onTerminal().run("concepts").out())
                .isEqualTo("There is no concept yet; begin with: pentimento refine IMAGE \"...\"\n");
        assertThat(json("concepts").get("concepts")).isEmpty();
    }

    @Test
    void showTellsEveryParameter() throws IOException {
        home.bench.refine(home.bench.original, work(home.bench.original, "add a hat"));

        assertThat(here().onTerminal().run("show", "A1").out())
                .contains(
                        "A1 v2  640x480",
                        "from       A\n",
                        "origin     refined",
                        "prompt     add a hat",
                        "logo       a fox",
                        "mask       circle:0.5,0.25,0.125",
                        "feather    3 px",
                        "strength   0.6",
                        "creativity 2",
                        "candidates 1",
                        "seed       the provider's",
                        "made by    local / sketch-1",
                        "sent       make it warmer, please",
                        "cost       free",
                        "took       1.3 s");
        JsonNode shown = json("show", "A1");
        assertThat(shown.at("/version/label").asText()).isEqualTo("A1");
        assertThat(shown.at("/job/work/mask/0").asText()).isEqualTo("circle:0.5,0.25,0.125");
        assertThat(shown.at("/job/report/cost/basis").asText()).isEqualTo("reported");
    }

    @Test
    void showTellsWhatWasDoneForTheProviderAndWhatHadNoEffect() throws IOException {
        home.bench.report = home.bench.report.treating(List.of(
                new Treatment(Wish.TYPE, Means.NATIVE, ""),
                new Treatment(Wish.MASK, Means.EMULATED, "gets a detail"),
                new Treatment(Wish.SEED, Means.LEFT_OUT, "obeys no seed")));
        home.bench.refine(home.bench.original, work(home.bench.original, "add a hat"));

        assertThat(here().onTerminal().run("show", "A1").out())
                .contains("for it     mask: it gets a detail\n", "left out   seed: it obeys no seed\n")
                .doesNotContain("type: it");
        JsonNode treatments = json("show", "A1").at("/job/report/treatments");
        assertThat(treatments).hasSize(3);
        assertThat(treatments.at("/1/wish").asText()).isEqualTo("mask");
        assertThat(treatments.at("/1/means").asText()).isEqualTo("emulated");
    }

    @Test
    void showOfAnImportedVersionHasNoJob() throws IOException {
        assertThat(here().onTerminal().run("show", "A").out()).contains("origin     imported", "file       cat.png");
        assertThat(json("show", "A").get("job").isNull()).isTrue();
    }

    @Test
    void unknownVersionsAreToldOnOneLine() {
        Ending ending = here().run("show", "Z9");

        assertThat(ending.err()).isEqualTo("pentimento: There is no version 'Z9'\n");
        assertThat(ending.code()).isEqualTo(1);
    }

    @Test
    void compareMeasuresAndDraws() throws IOException {
        Version child = home.bench.refine(home.bench.original, work(home.bench.original, "add a hat"));
        home.bench.comparison = new CompareVersions.Comparison(
                home.bench.details(home.bench.original),
                home.bench.details(child),
                Optional.of(new Difference(12.34567, 99, 0.87654)),
                Optional.of(new MaskCheck(0, 10, 5)),
                Optional.of(Lineage.of(home.bench.versions).diff(home.bench.original.id(), child.id())),
                () -> FakeWorkbench.PIXELS);

        assertThat(here().onTerminal()
                        .run("compare", "A", "A1", "-o", "both.png")
                        .out())
                .contains(
                        "pixels     12.3 % changed, by at most 99 of 255; similarity (SSIM) 0.8765",
                        "50.0 % inside changed",
                        "lineage    both from A: 0 steps to A, 1 to A1",
                        "picture    " + folder.resolve("both.png"));
        assertThat(folder.resolve("both.png")).hasBinaryContent(FakeWorkbench.PIXELS.bytes());
        assertThat(json("compare", "A", "A1").at("/difference/changed_percent").asDouble())
                .isEqualTo(12.3457);
    }

    @Test
    void sideBySidesArePng() {
        assertThat(here().run("compare", "A", "A1", "-o", "both.jpg").err())
                .startsWith("pentimento: 'both.jpg' must end in .png");
    }

    @Test
    void providersTellWhatTheyDoByThemselves() throws IOException {
        home.bench.providers = List.of(new ListProviders.Listed(
                "local",
                "No key needed",
                true,
                Set.of(ListProviders.Role.EDIT, ListProviders.Role.WRITE),
                Optional.of(new ImageEditor.Capabilities(
                        Set.of(RefinementKind.PROMPT, RefinementKind.TEXT),
                        MaskForm.COVERAGE,
                        1,
                        true,
                        false,
                        4,
                        new Canvas.Any(),
                        false,
                        CostBasis.REPORTED)),
                new ListProviders.Access(ListProviders.Access.Key.NOT_NEEDED, ""),
                List.of()));

        assertThat(here().onTerminal().run("providers").out())
                .contains(
                        "local  No key needed",
                        "roles      edit, write",
                        "edits      prompt, text",
                        "by itself  masks yes, references 1, strength yes, seed no, candidates 4");
        assertThat(json("providers").at("/providers/0/editing/max_candidates").asInt())
                .isEqualTo(4);
    }

    @Test
    void providersTellOfTheirModelsAndKeys() throws IOException {
        home.bench.providers = List.of(new ListProviders.Listed(
                "openai",
                "Images for money",
                true,
                Set.of(ListProviders.Role.EDIT),
                Optional.empty(),
                new ListProviders.Access(ListProviders.Access.Key.FOUND, "environment OPENAI_API_KEY"),
                List.of(
                        model("old", true, "will be shut down on 2026-12-01, in 11 days; use 'new'"),
                        model("new", false))));

        assertThat(here().onTerminal().run("providers").out())
                .contains(
                        "key        found: environment OPENAI_API_KEY",
                        "model      old (edit; priced, read on 2026-11-20 from https://prices)",
                        "will be shut down on 2026-12-01, in 11 days; use 'new'",
                        "models     1 more are known");
        JsonNode document = json("providers").at("/providers/0");
        assertThat(document.at("/key").asText()).isEqualTo("found");
        assertThat(document.at("/models/0/prices/image").asLong()).isEqualTo(40_000);
        assertThat(document.at("/models/0/shutdown").asText()).isEqualTo("2026-12-01");
        assertThat(document.at("/models/1/configured").asBoolean()).isFalse();
    }

    private static ListProviders.Model model(String id, boolean configured, String... warnings) {
        return new ListProviders.Model(
                id,
                Set.of("edit"),
                new PriceList(Map.of(PriceUnit.IMAGE, 40_000L)),
                "https://prices",
                LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-12-01"),
                "new",
                configured,
                List.of(warnings));
    }

    @Test
    void configTellsOrigins() throws IOException {
        home.settings.add(new Settings.Entry("home", "/h", "--home"));
        home.settings.add(new Settings.Entry("jobs.workers", "4", "default"));

        assertThat(here().onTerminal().run("config").out())
                .isEqualTo("home          /h  (--home)\njobs.workers  4  (default)\n");
        assertThat(json("config").at("/settings/1/origin").asText()).isEqualTo("default");
        assertThat(home.opened).isFalse();
    }

    @Test
    void aHealthyInstallationIsOk() throws IOException {
        home.findings.add(new Doctor.Finding(Doctor.Level.OK, "java", "17", ""));
        home.findings.add(new Doctor.Finding(Doctor.Level.WARNING, "settings", "a.yml is open", "Close it"));

        Ending ending = here().onTerminal().run("doctor");

        assertThat(ending.out()).isEqualTo("ok       java: 17\nwarning  settings: a.yml is open\n          Close it\n");
        assertThat(ending.code()).isZero();
        assertThat(json("doctor").at("/findings/1/level").asText()).isEqualTo("warning");
        assertThat(home.opened).isFalse();
    }

    @Test
    void aProblemIsAFailure() {
        home.findings.add(new Doctor.Finding(Doctor.Level.PROBLEM, "disk", "full", "Make room"));

        assertThat(here().run("doctor").code()).isEqualTo(1);
    }
}
