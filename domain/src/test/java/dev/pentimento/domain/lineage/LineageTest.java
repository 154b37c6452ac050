package dev.pentimento.domain.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final ConceptId CONCEPT = new ConceptId(new UUID(0, 99));
    private static final Image IMAGE =
            new Image(new ImageDigest("0".repeat(64)), MediaType.PNG, new ImageSize(1, 1), 68);

    private final Version a = version(1);
    private final Version a1 = version(2, a);
    private final Version a11 = version(3, a1);
    private final Version a2 = version(4, a);
    private final Version b = version(5);
    private final Version b1 = version(6, b, a2);
    private final Version a12 = version(7, a1);
    private final Version a111 = version(8, a11);
    private final Lineage lineage = Lineage.of(List.of(a, a1, a11, a2, b, b1, a12, a111));

    @Test
    void labelsTellWhoCameFromWhom() {
        assertThat(lineage.versions())
                .extracting(version -> lineage.label(version.id()))
                .containsExactly("A", "A1", "A1.1", "A2", "B", "B1", "A1.2", "A1.1.1");
    }

    @Test
    void badgesCountPerOriginalInCreationOrder() {
        assertThat(lineage.versions())
                .extracting(version -> lineage.badge(version.id()))
                .containsExactly("v1", "v2", "v3", "v4", "v1", "v2", "v5", "v6");
    }

    @Test
    void originalsAfterZGoOnAsInASpreadsheet() {
        List<Version> many = new ArrayList<>();
        for (int i = 0; i < 26 * 27 + 1; i++) {
            many.add(version(100 + i));
        }

        Lineage wide = Lineage.of(many);

        assertThat(Stream.of(25, 26, 51, 52, 701, 702)
                        .map(i -> wide.label(many.get(i).id())))
                .containsExactly("Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void versionsAreFoundByLabelInAnyCase() {
        assertThat(lineage.labelled("a1.1")).contains(a11);
        assertThat(lineage.labelled("C")).isEmpty();
    }

    @Test
    void ancestorsFollowEveryParent() {
        assertThat(lineage.ancestors(b1.id())).containsExactly(b, a2, a);
        assertThat(lineage.ancestors(a.id())).isEmpty();
    }

    @Test
    void childrenAreThoseOfBaseAndReference() {
        assertThat(lineage.children(a.id())).containsExactly(a1, a2);
        assertThat(lineage.children(a2.id())).containsExactly(b1);
        assertThat(lineage.children(a111.id())).isEmpty();
    }

    @Test
    void branchFollowsTheBaseOnly() {
        assertThat(lineage.branch(b1.id())).containsExactly(b, b1);
        assertThat(lineage.branch(a111.id())).containsExactly(a, a1, a11, a111);
    }

    @Test
    void diffTellsWhereBranchesPart() {
        Lineage.BranchDiff diff = lineage.diff(a111.id(), a12.id());

        assertThat(diff.shared()).containsExactly(a, a1);
        assertThat(diff.onlyFrom()).containsExactly(a11, a111);
        assertThat(diff.onlyTo()).containsExactly(a12);
    }

    @Test
    void branchesOfDifferentOriginalsShareNothing() {
        assertThat(lineage.diff(a1.id(), b.id()).shared()).isEmpty();
    }

    @Test
    void cycleIsRefused() {
        Version first = new Version(id(1), CONCEPT, IMAGE, List.of(id(2)), new Origin.Refined(job()), Instant.EPOCH);
        Version second = new Version(id(2), CONCEPT, IMAGE, List.of(id(1)), new Origin.Refined(job()), Instant.EPOCH);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lineage.of(List.of(first, second)))
                .withMessageContaining(id(1).toString())
                .withMessageContaining(id(2).toString());
        assertThatIllegalArgumentException().isThrownBy(() -> Lineage.of(List.of(second, first)));
    }

    @Test
    void versionIsNotItsOwnParent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Version(id(1), CONCEPT, IMAGE, List.of(id(1)), new Origin.Refined(job()), Instant.EPOCH));
    }

    @Test
    void versionComesOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lineage.of(List.of(a, a)))
                .withMessageContaining("comes twice");
    }

    @Test
    void deepChainsNeedNoDeepStack() {
        List<Version> chain = new ArrayList<>(List.of(version(1)));
        for (int i = 2; i <= 3_000; i++) {
            chain.add(version(i, chain.get(chain.size() - 1)));
        }

        Lineage deep = Lineage.of(chain);

        assertThat(deep.branch(id(3_000))).hasSize(3_000);
        assertThat(deep.badge(id(3_000))).isEqualTo("v3000");
    }

    private static Version version(int number, Version... parents) {
        List<VersionId> ids = Stream.of(parents).map(Version::id).toList();
        Origin origin = ids.isEmpty() ? new Origin.Imported("logo.png", IMAGE) : new Origin.Refined(job());
        return new Version(id(number), CONCEPT, IMAGE, ids, origin, Instant.EPOCH);
    }

    private static VersionId id(int number) {
        return new VersionId(new UUID(0, number));
    }

    private static JobId job() {
        return new JobId(new UUID(1, 1));
    }
}
