package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.prompt;
import static dev.pentimento.application.TestWorkshop.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.job.Job;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Patience;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FolderKeepingTest {
    private static final String ORIGINAL = "originals/image_0.png";

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void finishedJobsAreFoundInTheFolder() {
        workshop.useCases.folders().begin();

        Job first = workshop.refine(workshop.upload(GREY), prompt());
        Job second = workshop.refine(stored("A1"), prompt());

        awaitFile(first.concept(), "refinements/%s_from_0.png".formatted(first.id()));
        awaitFile(first.concept(), "refinements/%s_from_%s.png".formatted(second.id(), first.id()));
        awaitDocument(first.concept(), second.id() + " Style Enhancement: ");
    }

    @Test
    void importedImagesAreFoundInTheFolder() {
        workshop.useCases.folders().begin();

        awaitFile(imported(), ORIGINAL);
    }

    @Test
    void homeWithoutFoldersStaysWithoutThem() {
        ConceptId concept = imported();
        workshop.useCases.folders().stop(Duration.ofSeconds(20));

        assertThat(workshop.folders.file(concept, ORIGINAL)).isEmpty();
    }

    @Test
    void whatACrashKeptFromBeingWrittenIsMadeUpFor() {
        ConceptId concept = imported();

        workshop.useCases.folders().begin();

        awaitFile(concept, ORIGINAL);
    }

    @Test
    void whatIsWaitingIsWrittenBeforeTheEnd() {
        workshop.useCases.folders().begin();
        ConceptId concept = imported();

        workshop.useCases.folders().stop(Duration.ofSeconds(20));

        assertThat(workshop.folders.file(concept, ORIGINAL)).isPresent();
    }

    @Test
    void fileIsHandedOutAlsoWhereNoFolderIsKept() {
        ConceptId concept = imported();

        byte[] file = read(UserId.LOCAL, concept, ORIGINAL);

        assertThat(workshop.codec.decode(file).raster()).isEqualTo(TestWorkshop.filled(GREY));
        assertThat(workshop.codec.claims(EncodedImage.of(file)).provenance())
                .as("it says what it is")
                .isNotNull();
        assertThat(new String(read(UserId.LOCAL, concept, "pipeline_metadata.json"), StandardCharsets.UTF_8))
                .contains(ORIGINAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "originals/image_1.png",
                "originals/../originals/image_0.png",
                "/originals/image_0.png",
                "originals\\image_0.png",
                "originals/image_0.png\0",
                ".lock"
            })
    void nothingElseIsHandedOut(String path) {
        ConceptId concept = imported();

        assertThatExceptionOfType(UnknownReference.class).isThrownBy(() -> read(UserId.LOCAL, concept, path));
    }

    @Test
    void filesOfOthersAreUnknown() {
        ConceptId concept = imported();

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> read(new UserId("somebody-else"), concept, ORIGINAL));
    }

    private byte[] read(UserId owner, ConceptId concept, String path) {
        return workshop.useCases.readConceptFile().handle(new ReadConceptFile.Query(owner, concept, path));
    }

    private ConceptId imported() {
        List<RefineImage.Given> files = List.of(new RefineImage.Uploaded(workshop.file("grey.png", GREY)));
        return workshop.useCases
                .importImages()
                .handle(new ImportImages.Command(UserId.LOCAL, files, Brief.EMPTY, null))
                .imported()
                .concept();
    }

    private void awaitFile(ConceptId concept, String path) {
        Patience.await(() -> workshop.folders.file(concept, path).isPresent());
    }

    private void awaitDocument(ConceptId concept, String text) {
        Patience.await(() -> workshop.folders
                .file(concept, "refinements.json")
                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text))
                .isPresent());
    }
}
