package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ListConcepts;
import dev.pentimento.ports.in.RefineImage.Given;
import dev.pentimento.ports.in.RefineImage.Remote;
import dev.pentimento.ports.in.RefineImage.Uploaded;
import dev.pentimento.ports.in.ShowLineage;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportImagesTest {
    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void filesBecomeOriginalsOfOneConcept() {
        ImportImages.Imported imported = imports(null, workshop.file("a.png", GREY), workshop.file("b.png", RED));

        assertThat(imported.versions()).hasSize(2);
        assertThat(workshop.show("B").version().id())
                .isEqualTo(imported.versions().get(1));
        assertThat(workshop.show("B").concept().id()).isEqualTo(imported.concept());
    }

    @Test
    void theFileItselfIsKept() {
        ImageFile file = workshop.file("a.png", GREY);
        imports(null, file);

        assertThat(workshop.show("A").version().origin()).isInstanceOfSatisfying(Origin.Imported.class, origin -> {
            assertThat(origin.fileName()).isEqualTo("a.png");
            assertThat(workshop.vault.load(origin.file().digest()).bytes()).isEqualTo(file.bytes());
        });
    }

    @Test
    void sameBytesComeInOncePerConcept() {
        ImportImages.Imported first = imports(null, workshop.file("a.png", GREY), workshop.file("copy.png", GREY));
        ImportImages.Imported again = imports(first.concept(), workshop.file("a.png", GREY));

        assertThat(first.versions().get(0)).isEqualTo(first.versions().get(1));
        assertThat(again.versions()).containsExactly(first.versions().get(0));
        assertThat(workshop.show("A").lineage().versions()).hasSize(1);
    }

    @Test
    void oneBadFileKeepsAllOut() {
        ImageFile bad = new ImageFile("bad.png", new byte[] {1, 2, 3});

        assertThatExceptionOfType(ImageRejected.class)
                .isThrownBy(() -> imports(null, workshop.file("a.png", GREY), bad));
        assertThat(workshop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .isEmpty();
    }

    @Test
    void unknownConceptIsRefused() {
        ConceptId nowhere = new ConceptId(new UUID(9, 9));

        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> imports(nowhere, workshop.file("a.png", GREY)))
                .withMessageContaining(nowhere.toString());
    }

    @Test
    void noFilesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> imports(null));
    }

    @Test
    void conceptsAreListedNewestFirst() {
        ConceptId first = imports(null, workshop.file("a.png", GREY)).concept();
        ConceptId second = imports(null, workshop.file("b.png", RED), workshop.file("a.png", GREY))
                .concept();

        assertThat(workshop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .extracting(summary -> summary.concept().id(), ListConcepts.Summary::versions)
                .containsExactly(tuple(second, 2), tuple(first, 1));
    }

    @Test
    void lineageIsFoundByConceptByItsBeginningAndByVersion() {
        ImportImages.Imported imported = imports(null, workshop.file("a.png", GREY));
        String concept = imported.concept().toString();
        String version = imported.versions().get(0).toString();

        assertThat(List.of("", concept, concept.substring(0, 8), version))
                .allSatisfy(text -> assertThat(workshop.useCases
                                .showLineage()
                                .handle(new ShowLineage.Query(UserId.LOCAL, text))
                                .concept()
                                .id())
                        .isEqualTo(imported.concept()));
        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(
                        () -> workshop.useCases.showLineage().handle(new ShowLineage.Query(UserId.LOCAL, "fffffff")));
    }

    @Test
    void urlsAreImportedLikeFilesAndRememberedWithoutTheirQuery() {
        workshop.web.put(URI.create("https://example.org/b?key=s3cret"), workshop.file("b", RED));

        ImportImages.Imported imported = imports(
                null,
                List.of(
                        new Uploaded(workshop.file("a.png", GREY)),
                        new Remote(URI.create("https://example.org/b?key=s3cret"))));

        assertThat(workshop.show("A").version().origin())
                .isInstanceOfSatisfying(
                        Origin.Imported.class,
                        origin -> assertThat(origin.source()).isNull());
        assertThat(workshop.show("B").version().id())
                .isEqualTo(imported.versions().get(1));
        assertThat(workshop.show("B").version().origin()).isInstanceOfSatisfying(Origin.Imported.class, origin -> {
            assertThat(origin.fileName()).isEqualTo("b");
            assertThat(origin.source()).hasToString("https://example.org/b");
        });
    }

    @Test
    void oneMissingUrlKeepsAllOut() {
        assertThatExceptionOfType(FetchFailure.class)
                .isThrownBy(() -> imports(
                        null,
                        List.of(
                                new Uploaded(workshop.file("a.png", GREY)),
                                new Remote(URI.create("https://example.org/nothing")))));
        assertThat(workshop.useCases.listConcepts().handle(new ListConcepts.Query(UserId.LOCAL)))
                .isEmpty();
        assertThat(workshop.vault.contains(workshop.file("a.png", GREY).digest()))
                .isFalse();
    }

    private ImportImages.Imported imports(@Nullable ConceptId concept, ImageFile... files) {
        return imports(concept, Stream.of(files).<Given>map(Uploaded::new).toList());
    }

    private ImportImages.Imported imports(@Nullable ConceptId concept, List<Given> pictures) {
        return workshop.useCases
                .importImages()
                .handle(new ImportImages.Command(UserId.LOCAL, pictures, Brief.EMPTY, concept))
                .imported();
    }
}
