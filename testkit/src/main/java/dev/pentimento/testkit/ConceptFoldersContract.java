package dev.pentimento.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.history.History;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.failure.StorageFailure;
import dev.pentimento.ports.failure.StorageFailure.Reason;
import dev.pentimento.ports.out.ConceptFolders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What all concept folders promise; every adapter of {@link ConceptFolders} has a test that extends this. */
public abstract class ConceptFoldersContract {
    private static final int WRITERS = 8;

    private final TravellingHistory travelling = TravellingHistory.of(UserId.LOCAL);
    private final History history = travelling.history();
    private final ConceptId concept = history.concepts().get(0).id();

    /** The same folders throughout a test, and none when it begins. */
    protected abstract ConceptFolders folders();

    /** What lies in the folder of a concept. */
    protected abstract Optional<byte[]> file(ConceptId concept, String path);

    /** The folder after the first of its versions and jobs. */
    private ConceptFolder folderOf(int versions, int jobs) {
        return ConceptFolder.of(
                history.concepts().get(0),
                Lineage.of(history.versions().subList(0, versions)),
                history.jobs().subList(0, jobs),
                job -> Cost.reported(1));
    }

    private ConceptFolder whole() {
        return folderOf(history.versions().size(), history.jobs().size());
    }

    private EncodedImage image(Version version) {
        return travelling.image(version.image().digest());
    }

    @Test
    void areKeptOnceSomebodyWantsThem() {
        assertThat(folders().areKept()).isFalse();

        folders().keep();
        folders().keep();

        assertThat(folders().areKept()).isTrue();
    }

    @Test
    void everyVersionLiesAtItsPlace() {
        folders().keep();
        folders().write(concept, this::whole, this::image);

        assertThat(whole().places())
                .hasSizeGreaterThan(4)
                .allSatisfy(place -> assertThat(file(concept, place.path()))
                        .hasValueSatisfying(bytes -> assertThat(bytes)
                                .isEqualTo(image(place.version()).bytes())));
    }

    @Test
    void documentsLieThereAsTheyAreHandedOut() {
        folders().keep();
        folders().write(concept, this::whole, this::image);

        Map<String, byte[]> documents = folders().documents(whole());

        assertThat(documents.keySet()).containsExactlyInAnyOrder("pipeline_metadata.json", "refinements.json");
        documents.forEach((path, bytes) -> assertThat(file(concept, path))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes)));
    }

    @Test
    void folderGrowsAndNothingIsWrittenTwice() {
        AtomicInteger asked = new AtomicInteger();
        ConceptFolders.Images counting = version -> {
            asked.incrementAndGet();
            return image(version);
        };
        folders().keep();
        folders().write(concept, () -> folderOf(2, 0), counting);
        assertThat(file(concept, "pipeline_metadata.json")).isPresent();

        folders().write(concept, this::whole, counting);
        folders().write(concept, this::whole, counting);

        assertThat(asked).hasValue(whole().places().size());
        assertShows(whole());
    }

    @Test
    void whatFailsLeavesTheDocumentsAsTheyWere() {
        StorageFailure gone = new StorageFailure(Reason.IMAGE_MISSING, "gone", null);
        folders().keep();
        folders().write(concept, () -> folderOf(1, 0), this::image);

        assertThatExceptionOfType(StorageFailure.class)
                .isThrownBy(() -> folders().write(concept, this::whole, version -> {
                    throw gone;
                }))
                .isSameAs(gone);
        assertShows(folderOf(1, 0));
        folders().write(concept, this::whole, this::image);

        assertShows(whole());
    }

    @Test
    void whoeverComesLaterShowsWhatIsNewer() {
        AtomicInteger state = new AtomicInteger();
        int versions = history.versions().size();
        folders().keep();

        Crowd.of(WRITERS, () -> {
            int mine = Math.min(versions, state.incrementAndGet());
            assertThat(mine).isPositive();
            folders().write(concept, () -> folderOf(Math.min(versions, state.get()), 0), this::image);
            return mine;
        });

        assertShows(folderOf(Math.min(versions, WRITERS), 0));
    }

    @Test
    void conceptsDoNotMix() {
        folders().keep();
        folders().write(concept, this::whole, this::image);

        Place first = whole().places().get(0);

        assertThat(file(Fixtures.aConceptId(), first.path())).isEmpty();
    }

    private void assertShows(ConceptFolder folder) {
        List.of("pipeline_metadata.json", "refinements.json")
                .forEach(path -> assertThat(file(concept, path))
                        .hasValueSatisfying(found -> assertThat(found)
                                .asString()
                                .isEqualTo(new String(
                                        folders().documents(folder).getOrDefault(path, new byte[0]),
                                        StandardCharsets.UTF_8))));
    }
}
