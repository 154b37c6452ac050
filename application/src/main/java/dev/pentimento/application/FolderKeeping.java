package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.JobEvent;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.ledger.CallHistory;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.ports.failure.PentimentoException;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import dev.pentimento.ports.out.WorkObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the folders of concepts up to date after they have changed, where the home has such folders. It does so on a thread of its own, so that no
 * job waits for it or fails for it; what it could not write, or what a crash kept it from writing, it makes up for when it {@linkplain #begin begins}.
 */
public final class FolderKeeping implements WorkObserver {
    private static final Logger LOG = LoggerFactory.getLogger(FolderKeeping.class);
    private static final Set<JobEvent.Kind> TURNS = Set.of(JobEvent.Kind.SUBMITTED, JobEvent.Kind.ENDED);

    private static final long LONGEST_STOP = 5_000;

    private final Records records;
    private final ConceptFolders folders;
    private final Handouts handouts;
    private final Set<ConceptId> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            FolderKeeping::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    FolderKeeping(Records records, ConceptFolders folders, Handouts handouts) {
        this.records = records;
        this.folders = folders;
        this.handouts = handouts;
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "pentimento-folders");
        thread.setDaemon(true);
        return thread;
    }

    /** From now on the home has such folders; those that are behind are brought up to date. */
    public void begin() {
        folders.keep();
        thread.execute(() -> attempt(
                "all folders", () -> records.read(RecordReader::allConcepts).forEach(this::changed)));
    }

    @Override
    public void recorded(RecordedEvent event) {
        if (TURNS.contains(event.event().kind())) {
            changed(event.concept());
        }
    }

    void changed(ConceptId concept) {
        if (folders.areKept() && waiting.add(concept)) {
            thread.execute(() -> write(concept));
        }
    }

    private void write(ConceptId concept) {
        waiting.remove(concept);
        attempt("the folder of concept " + concept, () -> {
            if (!holdsQuestions(concept)) {
                folders.write(
                        concept, () -> folder(concept), version -> handouts.withProvenance(version, MediaType.PNG));
            }
        });
    }

    private boolean holdsQuestions(ConceptId concept) {
        return records.read(reader -> reader.concept(concept))
                .filter(QuestionHome::isOne)
                .isPresent();
    }

    private static void attempt(String what, Runnable deed) {
        try {
            deed.run();
        } catch (PentimentoException e) {
            LOG.warn("Leaves {} as it is: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Leaves {} as it is", what, e);
        }
    }

    private ConceptFolder folder(ConceptId id) {
        return records.read(reader -> folder(reader, reader.concept(id).orElseThrow()));
    }

    static ConceptFolder folder(RecordReader reader, Concept concept) {
        return ConceptFolder.of(
                concept,
                Lineage.of(reader.versions(concept.id())),
                reader.jobs(concept.id()),
                job -> new CallHistory(reader.calls(job.id())).cost(),
                job -> reader.isForgotten(job.id()));
    }

    /** Writes what is waiting, as far as there is time for it, but for no longer than a few seconds, and nothing more after that. */
    public void stop(Duration patience) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(Math.min(patience.toMillis(), LONGEST_STOP), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
