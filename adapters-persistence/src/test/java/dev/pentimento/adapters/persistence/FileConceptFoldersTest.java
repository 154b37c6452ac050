package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.testkit.ConceptFoldersContract;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.OtherProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConceptFoldersTest extends ConceptFoldersContract {
    private static final Concept FOX = new Concept(
            new ConceptId(UUID.fromString("0198c1d2-0000-7000-8000-000000000001")),
            UserId.LOCAL,
            new Brief("", "Fox & Pine", ""),
            Instant.parse("2026-11-20T10:15:30.123456789Z"));

    @TempDir
    private Path home;

    @Override
    protected ConceptFolders folders() {
        return new FileConceptFoldersFactory().create(home);
    }

    @Override
    protected Optional<byte[]> file(ConceptId concept, String path) {
        Path file = home.resolve("runs").resolve(concept.toString()).resolve(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void documentsTellWhatCameFromWhat() {
        Version original = Fixtures.anOriginalOf(FOX);
        Job first = finished(original);
        Version child = Fixtures.aChildOf(original, new Origin.Refined(first.id()));
        Job second = finished(child);
        Version grandchild = Fixtures.aChildOf(child, new Origin.Refined(second.id()));
        ConceptFolder folder = ConceptFolder.of(
                FOX,
                Lineage.of(List.of(original, child, grandchild)),
                List.of(first, second),
                job -> job.equals(first) ? Cost.reported(40_000) : Cost.unknown());

        folders().write(FOX.id(), () -> folder, version -> Fixtures.anEncodedImage());

        Document refinements = document("refinements.json");
        List<Document> rows = refinements.documents("refinements", row -> row);
        assertThat(refinements.fraction("total_cost")).isEqualTo(0.04);
        assertThat(refinements.number("total_refinements")).isEqualTo(2);
        assertThat(refinements.number("unknown_costs")).isEqualTo(1);
        assertThat(rows.get(0).text("parent_image_id")).isEqualTo("image_0");
        assertThat(rows.get(0).text("parent_image_path")).isEqualTo("originals/image_0.png");
        assertThat(rows.get(0).text("image_path")).isEqualTo("refinements/%s_from_0.png".formatted(first.id()));
        assertThat(rows.get(0).text("type")).isEqualTo("prompt");
        assertThat(rows.get(0).text("summary")).isEqualTo("Style Enhancement: Successful");
        assertThat(rows.get(0).fraction("cost")).isEqualTo(0.04);
        assertThat(rows.get(1).text("parent_image_id")).isEqualTo(first.id().toString());
        assertThat(rows.get(1).text("image_path"))
                .isEqualTo("refinements/%s_from_%s.png".formatted(second.id(), first.id()));
        assertThat(text("refinements.json")).contains("\"cost\" : null");
        Document metadata = document("pipeline_metadata.json");
        assertThat(metadata.text("run_id")).isEqualTo(FOX.id().toString());
        assertThat(metadata.text("status")).isEqualTo("COMPLETED");
        assertThat(metadata.text("created_at")).isEqualTo("2026-11-20T10:15:30.123456Z");
        assertThat(metadata.documents("generated_images", image -> image.text("image_path")))
                .containsExactly("originals/image_0.png");
    }

    @Test
    void nothingButTheFolderIsLeft() throws IOException {
        Version original = Fixtures.anOriginalOf(FOX);
        ConceptFolder folder = ConceptFolder.of(FOX, Lineage.of(List.of(original)), List.of(), job -> Cost.free());

        folders().write(FOX.id(), () -> folder, version -> Fixtures.anEncodedImage());

        Path root = home.resolve("runs");
        try (Stream<Path> left = Files.walk(root)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> root.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            FOX.id() + "/.lock",
                            FOX.id() + "/originals/image_0.png",
                            FOX.id() + "/pipeline_metadata.json",
                            FOX.id() + "/refinements.json");
        }
    }

    @Test
    void folderBelongsToOneProcessWhileItIsWritten() {
        List<String> told = new ArrayList<>();

        folders()
                .write(
                        FOX.id(),
                        () -> {
                            told.add(tellOfTheLock());
                            return ConceptFolder.of(FOX, Lineage.of(List.of()), List.of(), job -> Cost.free());
                        },
                        version -> Fixtures.anEncodedImage());
        told.add(tellOfTheLock());

        assertThat(told).containsExactly(FolderNeighbour.HELD, FolderNeighbour.FREE);
    }

    private String tellOfTheLock() {
        try {
            Process neighbour = OtherProcess.start(
                    FolderNeighbour.class,
                    home.resolve("runs").resolve(FOX.id().toString()).resolve(".lock"));
            String said = neighbour.inputReader().readLine();
            assertThat(OtherProcess.end(neighbour)).isZero();
            return said;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Job finished(Version base) {
        Job job = Fixtures.aPendingJobFor(FOX, Fixtures.aRefinementOf(base.id()));
        return job.start(Fixtures.anInstant()).complete(List.of(), Fixtures.aReport(), Fixtures.anInstant());
    }

    private String text(String path) {
        return new String(file(FOX.id(), path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Document document(String path) {
        return Document.parse(text(path).replaceAll("\"[a-z_]+\" : null,?", "").replaceAll(",\\s*}", "}"));
    }
}
