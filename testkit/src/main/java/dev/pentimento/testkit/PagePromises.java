package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.NOW;
import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aGeneration;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static dev.pentimento.testkit.Fixtures.anOriginalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.RunStatus;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.out.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists come page by page, and pages hold what the whole list would. */
interface PagePromises extends RecordsPromises {
    Set<RunStatus> ANYWHERE = EnumSet.allOf(RunStatus.class);

    @Test
    default void conceptsWithVersionsComePageByPageNewestFirst() {
        List<Concept> shown = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            shown.add(imported());
            recorded(aConceptOf(ANNA));
            recorded(anOriginalOf(recorded(aConceptOf(BEN))));
        }
        Collections.reverse(shown);

        read(reader -> {
            assertThat(reader.conceptsWithVersions(ANNA, new Page(0, 2))).isEqualTo(shown.subList(0, 2));
            assertThat(reader.conceptsWithVersions(ANNA, new Page(1, 3))).isEqualTo(shown.subList(1, 4));
            assertThat(reader.conceptsWithVersions(ANNA, new Page(4, 9))).isEqualTo(shown.subList(4, 5));
            assertThat(reader.conceptsWithVersions(ANNA, new Page(5, 1))).isEmpty();
            assertThat(reader.conceptsWithVersions(ANNA, new Page(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                    .isEmpty();
        });
    }

    @Test
    default void conceptsWithAVersionOrAJobComePageByPageNewestFirst() {
        List<Concept> shown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shown.add(imported());
            recorded(aConceptOf(ANNA));
            shown.add(generated());
            recordedJobOf(BEN);
        }
        Collections.reverse(shown);

        assertThat(standing(ANYWHERE, new Page(0, 4))).isEqualTo(shown.subList(0, 4));
        assertThat(standing(ANYWHERE, new Page(4, 4))).isEqualTo(shown.subList(4, 6));
        assertThat(standing(ANYWHERE, new Page(6, 4))).isEmpty();
        assertThat(count(ANYWHERE)).isEqualTo(6);
    }

    @Test
    default void conceptOfWhichNothingIsLeftToSeeIsNotListed() {
        Concept forgotten = generated();
        Concept kept = generated();
        recorded(anOriginalOf(kept));
        write(writer -> {
            writer.forget(writer.jobs(forgotten.id()).get(0).id());
            writer.forget(writer.jobs(kept.id()).get(0).id());
        });

        assertThat(standing(ANYWHERE, new Page(0, 9))).containsExactly(kept);
        assertThat(count(ANYWHERE)).isEqualTo(1);
    }

    @Test
    default void conceptThatHoldsNothingButQuestionsIsNotListed() {
        Concept questions = recorded(aConceptOf(ANNA));
        recorded(aPendingJobFor(questions, new Work.AskQuestion(Topic.CHECKLIST, "Is it warm?", null)));

        assertThat(standing(ANYWHERE, new Page(0, 9))).isEmpty();
        assertThat(count(ANYWHERE)).isZero();
    }

    /** The first job counts, if it makes originals, or was asked for in the words of the brief. */
    @Test
    default void conceptsAreListedByWhereTheyStand() {
        imported();
        Job waiting = jobOf(generated());
        Job begun = jobOf(generated());
        Job failed = jobOf(generated());
        Job canceled = jobOf(generated());
        replace(begun, begun.start(NOW));
        replace(failed, failed.start(NOW).fail(FailureCode.REFUSED, "No.", NOW));
        replace(canceled, canceled.cancel(NOW));
        Concept refined = imported();
        recorded(aPendingJobFor(refined));
        recorded(aPendingJobFor(imported(), refinement("another wish")));
        Concept wish = wished("it's \"warmer\"");
        recorded(aPendingJobFor(wish, refinement("it's \"warmer\"")));
        recorded(aPendingJobFor(wish, aGeneration()));

        for (RunStatus status : RunStatus.values()) {
            assertThat(standing(Set.of(status), new Page(0, 99)))
                    .as(status.name())
                    .isEqualTo(all().stream()
                            .filter(concept -> status(concept) == status)
                            .toList())
                    .isNotEmpty();
            assertThat(count(Set.of(status)))
                    .isEqualTo(standing(Set.of(status), new Page(0, 99)).size());
        }
        assertThat(standing(Set.of(RunStatus.PENDING), new Page(0, 9)))
                .extracting(Concept::id)
                .containsExactly(wish.id(), waiting.concept());
        Set<RunStatus> over = EnumSet.of(RunStatus.FAILED, RunStatus.CANCELLED);
        assertThat(standing(over, new Page(1, 1))).extracting(Concept::id).containsExactly(failed.concept());
        assertThat(count(over)).isEqualTo(2);
        assertThat(count(Set.of())).isZero();
    }

    private Concept imported() {
        Concept concept = recorded(aConceptOf(ANNA));
        recorded(anOriginalOf(concept));
        return concept;
    }

    private Concept generated() {
        Concept concept = recorded(aConceptOf(ANNA));
        recorded(aPendingJobFor(concept, aGeneration()));
        return concept;
    }

    private Concept wished(String words) {
        return recorded(new Concept(Fixtures.aConceptId(), ANNA, Brief.EMPTY.withPrompt(words), NOW));
    }

    private Job jobOf(Concept concept) {
        return records().read(reader -> reader.jobs(concept.id()).get(0));
    }

    private static Work refinement(String words) {
        return Fixtures.aRefinementOf(Fixtures.aVersionId(), new Instruction(words));
    }

    private List<Concept> all() {
        return records().read(reader -> reader.concepts(ANNA));
    }

    private RunStatus status(Concept concept) {
        return records().read(reader -> ConceptFolder.statusOf(concept, reader.jobs(concept.id())));
    }

    private List<Concept> standing(Set<RunStatus> statuses, Page page) {
        return records().read(reader -> reader.concepts(ANNA, statuses, page));
    }

    private int count(Set<RunStatus> statuses) {
        return records().read(reader -> reader.conceptCount(ANNA, statuses));
    }
}
