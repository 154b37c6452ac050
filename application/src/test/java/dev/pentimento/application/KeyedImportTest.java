package dev.pentimento.application;

import static dev.pentimento.application.TestWorkshop.GREY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.testkit.Crowd;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An import that arrives twice is carried out once. */
@Timeout(60)
class KeyedImportTest {
    private static final SubmissionKey KEY = new SubmissionKey("k-1", RequestHash.of(List.of("grey")));

    private final TestWorkshop workshop = new TestWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    private ImportImages.Outcome imports(SubmissionKey key) {
        List<RefineImage.Given> files = List.of(new RefineImage.Uploaded(workshop.file("a.png", GREY)));
        return workshop.useCases
                .importImages()
                .handle(new ImportImages.Command(UserId.LOCAL, files, Brief.EMPTY, null, key));
    }

    @Test
    void sameRequestUnderTheSameKeyIsAnsweredByTheSameConcept() {
        ImportImages.Imported first = imports(KEY).imported();

        assertThat(imports(KEY)).isEqualTo(new ImportImages.Replayed(first.concept()));
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void otherRequestUnderTheSameKeyIsRefused() {
        imports(KEY);

        ImportImages.Outcome other = imports(new SubmissionKey(KEY.key(), RequestHash.of(List.of("blue"))));

        assertThat(other).isEqualTo(new ImportImages.KeyTaken("k-1"));
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void keyOfAJobIsNoKeyOfAnImport() {
        RefineImage.Command command = TestWorkshop.command(workshop.upload(GREY), List.of(), TestWorkshop.prompt());
        workshop.useCases.refineImage().handle(SubmissionKeyTest.keyed(command, KEY));

        assertThat(imports(KEY)).isEqualTo(new ImportImages.KeyTaken("k-1"));
    }

    @Test
    void ofManyThatArriveAtOnceOneIsCarriedOut() {
        workshop.fragile.gather(16, "submitted");

        List<ImportImages.Outcome> outcomes = Crowd.of(16, () -> imports(KEY));

        assertThat(outcomes).filteredOn(ImportImages.Imported.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ImportImages.Replayed.class::isInstance).hasSize(15);
        assertThat(workshop.concepts()).hasSize(1);
    }

    @Test
    void keyIsNeverThereWithoutItsConceptNorTheConceptWithoutItsKey() {
        workshop.fragile.refuse(1, (method, argument) -> method.equals("keep"));

        assertThatExceptionOfType(StorageFailure.class).isThrownBy(() -> imports(KEY));

        assertThat(workshop.concepts()).isEmpty();
        assertThat(imports(KEY)).isInstanceOf(ImportImages.Imported.class);
        assertThat(workshop.concepts()).hasSize(1);
    }
}
