package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static dev.pentimento.application.TestWorkshop.filled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.provenance.DigitalSourceType;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.in.ExamineImage;
import dev.pentimento.ports.in.ExamineImage.Examination;
import dev.pentimento.ports.in.ExamineImage.Likeness;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.ImportImages.Arrived;
import dev.pentimento.ports.in.ImportImages.Recognition;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.Fixtures;
import dev.pentimento.testkit.Provenances;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A is a grey picture that was brought in, A1 a red one that a model made of it. Their files go out and come back. */
class ReturningFilesTest {
    private static final UserId STRANGER = new UserId("stranger");

    private final TestWorkshop workshop = new TestWorkshop();

    @BeforeEach
    void makeA1() {
        workshop.provider.edits((request, context) -> List.of(workshop.png(filled(RED))));
        workshop.refine(workshop.upload(GREY), TestWorkshop.prompt());
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void writtenFileIsItsVersion() {
        Arrived arrived = imports(null, file("A1", MediaType.PNG)).arrivals().get(0);

        assertThat(arrived.recognition()).isEqualTo(Recognition.KNOWN);
        assertThat(arrived.version()).isEqualTo(workshop.show("A1").version().id());
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void refiningAWrittenFileRefinesItsVersion() {
        Job job = workshop.refine(new RefineImage.Uploaded(file("A1", MediaType.PNG)), TestWorkshop.prompt());

        assertThat(workshop.resultOf(job).label()).isEqualTo("A1.1");
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void fileEditedElsewhereBecomesAChild() {
        ImageFile edited = edited("A1", 0xff0000ff);

        Arrived arrived = imports(null, edited).arrivals().get(0);

        ShowVersion.Details child = workshop.show(arrived.version().toString());
        assertThat(arrived.recognition()).isEqualTo(Recognition.EDITED);
        assertThat(child.label()).isEqualTo("A1.1");
        assertThat(child.version().parents())
                .containsExactly(workshop.show("A1").version().id());
        assertThat(workshop.pixelsOf(child)).isEqualTo(filled(0xff0000ff));
    }

    @Test
    void editedFileComesInOnce() {
        ImageFile edited = edited("A1", 0xff0000ff);
        Arrived first = imports(null, edited).arrivals().get(0);

        Arrived again = imports(null, edited).arrivals().get(0);

        assertThat(again.version()).isEqualTo(first.version());
        assertThat(again.recognition()).isEqualTo(Recognition.KNOWN);
    }

    @Test
    void lossyFileBecomesAChildAndCanBeRefined() {
        workshop.provider.edits((request, context) -> List.of(request.base()));
        ImageFile jpeg = new ImageFile("a1.jpg", annotatedJpeg());

        RefineImage.Accepted accepted = (RefineImage.Accepted) workshop.useCases
                .refineImage()
                .handle(RefineImage.Command.of(new RefineImage.Uploaded(jpeg), TestWorkshop.prompt()));
        Job done = workshop.watch(accepted.accepted());

        assertThat(Objects.requireNonNull(accepted.base()).recognition()).isEqualTo(Recognition.EDITED);
        assertThat(workshop.show(accepted.base().version().toString()).label()).isEqualTo("A1.1");
        assertThat(workshop.resultOf(done).label()).isEqualTo("A1.1.1");
    }

    /** Pixels that JPEG cannot keep. */
    private byte[] annotatedJpeg() {
        EncodedImage noise = workshop.codec.encode(
                Raster.generate(TestWorkshop.SIZE, (x, y) -> 0xff000000 | (x * 977 * y)), MediaType.JPEG);
        return workshop.codec.annotate(noise, claims("A1")).bytes();
    }

    @Test
    void namedConceptOverrulesWhatTheFileSays() {
        ConceptId other = imports(null, workshop.file("b.png", 0xff00ff00)).concept();

        Arrived arrived = imports(other, edited("A1", 0xff0000ff)).arrivals().get(0);

        assertThat(arrived.recognition()).isEqualTo(Recognition.NEW);
        assertThat(workshop.show(arrived.version().toString()).concept().id()).isEqualTo(other);
        assertThat(workshop.show(arrived.version().toString()).version().isOriginal())
                .isTrue();
    }

    @Test
    void newAndKnownFilesComeInTogether() {
        ConceptId old = workshop.show("A1").concept().id();

        ImportImages.Imported imported =
                imports(null, file("A1", MediaType.PNG), workshop.file("b.png", 0xff00ff00), edited("A", 0xff000001));

        assertThat(imported.arrivals())
                .extracting(Arrived::recognition)
                .containsExactly(Recognition.KNOWN, Recognition.NEW, Recognition.EDITED);
        assertThat(imported.versions())
                .extracting(id -> workshop.show(id.toString()).concept().id())
                .containsExactly(old, imported.concept(), old);
        assertThat(imported.concept()).isNotEqualTo(old);
    }

    @Test
    void knownFilesAloneMakeNoConcept() {
        ImportImages.Imported imported = imports(null, file("A1", MediaType.PNG));

        assertThat(imported.concept()).isEqualTo(workshop.show("A1").concept().id());
    }

    /** The same file in other hands: what it says gives nobody a way to what belongs to somebody else. */
    @Test
    void claimsOpenNoDoorToTheVersionsOfOthers() {
        for (ImageFile file : List.of(file("A1", MediaType.PNG), edited("A1", 0xff0000ff))) {
            assertThat(examine(STRANGER, file).match()).isNull();
            ImportImages.Imported imported = workshop.useCases
                    .importImages()
                    .handle(new ImportImages.Command(
                            STRANGER, List.of(new RefineImage.Uploaded(file)), Brief.EMPTY, null))
                    .imported();

            assertThat(imported.arrivals().get(0).recognition()).isEqualTo(Recognition.NEW);
            assertThat(imported.concept())
                    .isNotEqualTo(workshop.show("A1").concept().id());
        }
        assertThat(workshop.show("A1").lineage().versions()).hasSize(2);
    }

    @Test
    void claimsOfVersionsThatNobodyKnowsAreAsGoodAsNone() {
        EncodedImage foreign = workshop.codec.annotate(workshop.png(filled(RED)), Provenances.random(1));

        Arrived arrived = imports(null, new ImageFile("x.png", foreign.bytes()))
                .arrivals()
                .get(0);

        assertThat(arrived.recognition()).isEqualTo(Recognition.NEW);
    }

    @Test
    void examinationTellsLikeness() {
        EncodedImage vault =
                workshop.vault.load(workshop.show("A1").version().image().digest());

        assertThat(likeness(new ImageFile("x", vault.bytes()))).isEqualTo(Likeness.SAME_BYTES);
        assertThat(likeness(file("A1", MediaType.PNG))).isEqualTo(Likeness.SAME_PIXELS);
        assertThat(likeness(edited("A1", 0xff0000ff))).isEqualTo(Likeness.CLAIMED);
        assertThat(examine(UserId.LOCAL, workshop.file("x.png", 0xff00ff00)).match())
                .isNull();
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void examinationTellsWhatTheFileSays() {
        Examination examination = examine(UserId.LOCAL, file("A1", MediaType.PNG));

        assertThat(examination.claims().provenance()).isEqualTo(claims("A1"));
        assertThat(examination.claims().sourceType())
                .isEqualTo(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
        assertThat(examination.image().size()).isEqualTo(TestWorkshop.SIZE);
    }

    @Test
    void showTellsTheSourceType() {
        assertThat(workshop.show("A").sourceType().get()).isEmpty();
        assertThat(workshop.show("A1").sourceType().get())
                .contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void bareFilesSayNothing() {
        byte[] bare = read("A1", MediaType.PNG, ReadImage.Carrying.NOTHING);

        assertThat(bare)
                .isEqualTo(workshop.vault
                        .load(workshop.show("A1").version().image().digest())
                        .bytes());
        assertThat(workshop.codec.decode(bare).claims().provenance()).isNull();
        assertThat(workshop.codec
                        .decode(read("A1", MediaType.JPEG, ReadImage.Carrying.NOTHING))
                        .claims()
                        .provenance())
                .isNull();
    }

    @Test
    void namesOfFilesStayAtHome() {
        assertThat(new String(read("A1", MediaType.PNG, ReadImage.Carrying.PROVENANCE), StandardCharsets.ISO_8859_1))
                .contains("make it red")
                .doesNotContain("picture.png");
    }

    /** Brought in from another home, where a model made it, and written again: it is still said to be by a model. */
    @Test
    void whatAModelMadeStaysMarkedWhoeverBringsItIn() {
        Arrived arrived = workshop.useCases
                .importImages()
                .handle(new ImportImages.Command(
                        STRANGER, List.of(new RefineImage.Uploaded(file("A1", MediaType.PNG))), Brief.EMPTY, null))
                .imported()
                .arrivals()
                .get(0);

        ShowVersion.Details brought = workshop.useCases
                .showVersion()
                .handle(new ShowVersion.Query(
                        STRANGER, new VersionReference(arrived.version().toString())));

        assertThat(brought.sourceType().get()).contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    @Test
    void whatAModelMadeStaysMarkedInAnotherConcept() {
        ConceptId other = imports(null, workshop.file("b.png", 0xff00ff00)).concept();
        Job job = workshop.refine(TestWorkshop.command(
                new RefineImage.Stored(new VersionReference(other + "/A")),
                List.of(new RefineImage.Stored(reference("A1"))),
                TestWorkshop.prompt()));

        ShowVersion.Details adopted =
                workshop.show(workshop.resultOf(job).version().parents().get(1).toString());

        assertThat(adopted.version().isOriginal()).isTrue();
        assertThat(adopted.sourceType().get()).contains(DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    /** Whatever a file in the vault holds beside its pixels, no provider gets to see it. */
    @Test
    void providersGetNothingButPixels() {
        EncodedImage talkative = workshop.codec.annotate(workshop.png(filled(RED)), Provenances.random(2));
        Version planted = new Version(
                Fixtures.aVersionId(),
                workshop.show("A").concept().id(),
                Image.of(talkative, TestWorkshop.SIZE),
                List.of(),
                workshop.show("A").version().origin(),
                workshop.clock.instant());
        workshop.vault.store(talkative);
        workshop.records.write(writer -> {
            writer.add(planted);
            return planted;
        });
        workshop.provider.edits.clear();

        workshop.refine(TestWorkshop.command(
                TestWorkshop.stored(planted.id().toString()),
                List.of(TestWorkshop.stored(planted.id().toString())),
                TestWorkshop.prompt()));

        ImageEditor.Request request = Objects.requireNonNull(workshop.provider.edits.poll());
        assertThat(request.base()).isEqualTo(workshop.png(filled(RED))).isNotEqualTo(talkative);
        assertThat(request.references()).containsExactly(workshop.png(filled(RED)));
    }

    private Likeness likeness(ImageFile file) {
        return Objects.requireNonNull(examine(UserId.LOCAL, file).match()).likeness();
    }

    private Examination examine(UserId owner, ImageFile file) {
        return workshop.useCases.examineImage().handle(new ExamineImage.Query(owner, new RefineImage.Uploaded(file)));
    }

    private Provenance claims(String label) {
        return Objects.requireNonNull(workshop.codec
                .decode(read(label, MediaType.PNG, ReadImage.Carrying.PROVENANCE))
                .claims()
                .provenance());
    }

    /** Other pixels under the same claims, as a picture editor leaves it that keeps metadata. */
    private ImageFile edited(String label, int argb) {
        EncodedImage file = workshop.codec.annotate(workshop.png(filled(argb)), claims(label));
        return new ImageFile("edited.png", file.bytes());
    }

    private ImageFile file(String label, MediaType type) {
        return new ImageFile("written", read(label, type, ReadImage.Carrying.PROVENANCE));
    }

    private byte[] read(String label, MediaType type, ReadImage.Carrying carrying) {
        return workshop.useCases
                .readImage()
                .handle(new ReadImage.Query(UserId.LOCAL, reference(label), type, carrying))
                .bytes();
    }

    /** In the concept that was made first, whichever was worked on last. */
    private VersionReference reference(String label) {
        ConceptId first =
                workshop.concepts().get(workshop.concepts().size() - 1).id();
        return new VersionReference(first + "/" + label);
    }

    private ImportImages.Imported imports(@Nullable ConceptId concept, ImageFile... files) {
        return workshop.useCases
                .importImages()
                .handle(new ImportImages.Command(
                        UserId.LOCAL,
                        Stream.of(files)
                                .<RefineImage.Given>map(RefineImage.Uploaded::new)
                                .toList(),
                        Brief.EMPTY,
                        concept))
                .imported();
    }
}
