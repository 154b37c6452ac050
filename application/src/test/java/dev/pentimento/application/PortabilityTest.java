package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static dev.pentimento.application.TestWorkshop.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.history.Progress;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.BundleRejected;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ExportHistory;
import dev.pentimento.ports.in.ImportHistory;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.in.VerifyHistory;
import dev.pentimento.testkit.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history leaves one home and comes into another. */
class PortabilityTest {
    private static final UserId BEN = new UserId("ben");

    @TempDir
    private Path folder;

    private final TestWorkshop here = new TestWorkshop();
    private final TestWorkshop there = new TestWorkshop();
    private final List<Progress> told = new ArrayList<>();

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void everythingComesIntoAnotherHome() {
        twoConcepts();

        ImportHistory.Imported imported = imports(there, exportAll(here, "a.zip"));

        assertThat(imported.versions()).isEqualTo(new ImportHistory.Count(3, 3));
        assertThat(imported.jobs()).isEqualTo(new ImportHistory.Count(1, 1));
        assertThat(history(there)).isEqualTo(history(here));
        assertThat(history(here).images())
                .allSatisfy(digest -> assertThat(there.vault.load(digest)).isEqualTo(here.vault.load(digest)));
    }

    @Test
    void whatComesBackOutIsTheSameFile() throws IOException {
        twoConcepts();
        Path first = exportAll(here, "a.zip");
        imports(there, first);

        assertThat(Files.readAllBytes(exportAll(there, "b.zip"))).isEqualTo(Files.readAllBytes(first));
    }

    @Test
    void workGoesOnWhereItCameFrom() {
        twoConcepts();
        imports(there, exportAll(here, "a.zip"));

        assertThat(there.show("A").version()).isEqualTo(here.show("A").version());
        there.refine(TestWorkshop.stored("A"), TestWorkshop.prompt());
        assertThat(there.show("A").lineage().versions()).hasSizeGreaterThan(1);
    }

    @Test
    void oneConceptMayGoAlone() {
        twoConcepts();
        Concept oldest = here.concepts().get(1);

        ExportHistory.Exported exported =
                export(here, new ExportHistory.One(oldest.id().toString()), "one.zip");

        assertThat(exported.concepts()).isEqualTo(1);
        imports(there, exported.file());
        assertThat(there.concepts()).containsExactly(oldest);
    }

    @Test
    void unknownConceptIsRefused() {
        assertThatExceptionOfType(UnknownReference.class)
                .isThrownBy(() -> export(here, new ExportHistory.One("12345678"), "a.zip"));
    }

    @Test
    void secondImportChangesNothing() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        imports(there, bundle);
        History before = history(there);

        ImportHistory.Imported again = imports(there, bundle);

        assertThat(again.conceptCount().added()).isZero();
        assertThat(again.versions()).isEqualTo(new ImportHistory.Count(0, 3));
        assertThat(again.jobs().added()).isZero();
        assertThat(again.images().added()).isZero();
        assertThat(history(there)).isEqualTo(before);
    }

    @Test
    void laterBundleBringsWhatIsNew() {
        twoConcepts();
        imports(there, exportAll(here, "a.zip"));
        here.refine(TestWorkshop.stored("A"), TestWorkshop.prompt());

        ImportHistory.Imported more = imports(there, exportAll(here, "b.zip"));

        assertThat(more.versions()).isEqualTo(new ImportHistory.Count(1, 4));
        assertThat(history(there)).isEqualTo(history(here));
    }

    @Test
    void importedConceptsBecomeTheImportersOwn() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");

        there.useCases.importHistory().handle(new ImportHistory.Command(BEN, bundle, told::add));

        assertThat(there.concepts()).isEmpty();
        assertThat(concepts(there, BEN)).hasSize(2);
    }

    @Test
    void whatBelongsToSomebodyElseIsNotTouched() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        imports(there, bundle);

        assertThatExceptionOfType(BundleRejected.class)
                .isThrownBy(
                        () -> there.useCases.importHistory().handle(new ImportHistory.Command(BEN, bundle, told::add)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(BundleRejected.Reason.CLASH));
        assertThat(concepts(there, BEN)).isEmpty();
    }

    @Test
    void sameIdWithOtherContentIsRefusedBeforeAnythingIsStored() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        Concept original = here.concepts().get(0);
        Concept rival = new Concept(original.id(), original.owner(), new Brief("another", "", ""), Fixtures.NOW);
        there.records.write(writer -> {
            writer.add(rival);
            return rival;
        });

        assertThatExceptionOfType(BundleRejected.class)
                .isThrownBy(() -> imports(there, bundle))
                .withMessageContaining(original.id().toString());
        assertThat(history(here).images()).noneMatch(there.vault::contains);
        assertThat(there.concepts()).containsExactly(rival);
    }

    @Test
    void versionIdInAnotherConceptIsRefused() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        Version taken = history(here).versions().get(0);
        Concept other = Fixtures.aConcept();
        Version rival =
                new Version(taken.id(), other.id(), taken.image(), List.of(), taken.origin(), taken.createdAt());
        there.records.write(writer -> {
            writer.add(other);
            writer.add(rival);
            return rival;
        });

        assertThatExceptionOfType(BundleRejected.class)
                .isThrownBy(() -> imports(there, bundle))
                .withMessageContaining(taken.id().toString());
        assertThat(there.concepts()).containsExactly(other);
    }

    @Test
    void nothingIsRecordedWhenTheDiskIsFull() {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        there.vault.fillUp();

        assertThatExceptionOfType(StorageFailure.class).isThrownBy(() -> imports(there, bundle));

        assertThat(there.concepts()).isEmpty();
    }

    @Test
    void damagedBundleStoresNothing() throws IOException {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[lastIndexOf(bytes, "IEND")] ^= 1; // so that all images but this one could be stored
        Files.write(bundle, bytes);

        assertThatExceptionOfType(BundleRejected.class).isThrownBy(() -> imports(there, bundle));

        assertThat(there.concepts()).isEmpty();
        assertThat(history(here).images()).noneMatch(there.vault::contains);
    }

    @Test
    void openJobsStayBehind() {
        here.refine(here.upload(GREY), TestWorkshop.prompt());
        Version original = here.show("A").version();
        Concept concept = here.concepts().get(0);
        here.records.write(writer -> {
            writer.add(Fixtures.aPendingJobFor(concept, Fixtures.aRefinementOf(original.id())));
            return concept;
        });

        assertThat(export(here, new ExportHistory.All(), "a.zip").jobs()).isEqualTo(1);
    }

    @Test
    void missingImageStopsTheExportAndNamesTheVersion() {
        here.provider.edits((request, context) -> List.of(here.png(TestWorkshop.filled(RED))));
        Job job = here.refine(here.upload(GREY), TestWorkshop.prompt());
        ImageDigest digest = here.resultOf(job).version().image().digest();
        here.vault.lose(digest);

        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> exportAll(here, "a.zip"))
                .withMessageContaining("version A1")
                .withMessageContaining(digest.hex());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void soundHomeIsVerified() {
        twoConcepts();

        VerifyHistory.Report report = verify(new VerifyHistory.Everything());

        assertThat(report.isSound()).isTrue();
        assertThat(report.versions()).isEqualTo(3);
        assertThat(report.images()).isEqualTo(history(here).images().size());
        assertThat(told).last().satisfies(last -> assertThat(last.share()).isEqualTo(1));
    }

    @Test
    void missingImageIsNamedByVerify() {
        here.provider.edits((request, context) -> List.of(here.png(TestWorkshop.filled(RED))));
        Job job = here.refine(here.upload(GREY), TestWorkshop.prompt());
        Version made = here.resultOf(job).version();
        here.vault.lose(made.image().digest());

        assertThat(verify(new VerifyHistory.Everything()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.label()).isEqualTo("A1");
                    assertThat(problem.concept()).isEqualTo(made.concept());
                    assertThat(problem.image()).isEqualTo(made.image().digest());
                });
    }

    @Test
    void verifyLooksAtOneConceptOnly() {
        twoConcepts();
        Concept oldest = here.concepts().get(1);
        Concept newest = here.concepts().get(0);
        Version spoilt =
                here.records.read(reader -> reader.versions(newest.id())).get(0);
        here.vault.lose(spoilt.image().digest());

        assertThat(verify(new VerifyHistory.OneConcept(oldest.id().toString())).isSound())
                .isTrue();
        assertThat(verify(new VerifyHistory.Everything()).isSound()).isFalse();
    }

    @Test
    void lineageThatDoesNotFitTogetherIsTold() {
        Concept concept = Fixtures.aConcept();
        Version original = Fixtures.anOriginalOf(concept);
        here.records.write(writer -> {
            writer.add(concept);
            writer.add(original);
            writer.add(Fixtures.aChildOf(original)); // by a job that nobody knows
            return concept;
        });

        assertThat(verify(new VerifyHistory.Everything()).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("was made by job"));
    }

    @Test
    void bundleIsVerifiedWithoutImportingIt() throws IOException {
        twoConcepts();
        Path bundle = exportAll(here, "a.zip");
        VerifyHistory.Query query =
                new VerifyHistory.Query(UserId.LOCAL, new VerifyHistory.BundleFile(bundle), told::add);

        assertThat(there.useCases.verifyHistory().handle(query).isSound()).isTrue();
        assertThat(there.concepts()).isEmpty();

        byte[] bytes = Files.readAllBytes(bundle);
        int picture = lastIndexOf(bytes, "IEND");
        bytes[picture] ^= 1;
        Files.write(bundle, bytes);
        assertThat(there.useCases.verifyHistory().handle(query).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("images/"));
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    /** An imported picture alone, and another one refined. */
    private void twoConcepts() {
        here.refine(here.upload(GREY), TestWorkshop.prompt());
        here.useCases
                .importImages()
                .handle(new ImportImages.Command(
                        UserId.LOCAL, List.of(new RefineImage.Uploaded(here.file("red.png", RED))), Brief.EMPTY, null))
                .imported();
    }

    private Path exportAll(TestWorkshop workshop, String name) {
        return export(workshop, new ExportHistory.All(), name).file();
    }

    private ExportHistory.Exported export(TestWorkshop workshop, ExportHistory.Concepts concepts, String name) {
        return workshop.useCases
                .exportHistory()
                .handle(new ExportHistory.Command(UserId.LOCAL, concepts, folder.resolve(name), told::add));
    }

    private ImportHistory.Imported imports(TestWorkshop workshop, Path bundle) {
        return workshop.useCases.importHistory().handle(new ImportHistory.Command(UserId.LOCAL, bundle, told::add));
    }

    private VerifyHistory.Report verify(VerifyHistory.Subject subject) {
        return here.useCases.verifyHistory().handle(new VerifyHistory.Query(UserId.LOCAL, subject, told::add));
    }

    private static List<Concept> concepts(TestWorkshop workshop, UserId owner) {
        return workshop.records.read(reader -> reader.concepts(owner));
    }

    private static History history(TestWorkshop workshop) {
        return workshop.records.read(reader -> Histories.of(reader, Histories.concepts(reader, UserId.LOCAL)));
    }
}
