package dev.pentimento.testkit;

import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.evaluation.Checklist;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.CallId;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.job.Lease;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.domain.job.Ticket;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.ledger.RequestHash;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Mishap;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.quota.Quota;
import dev.pentimento.domain.submission.KeyedSubmission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One state of the in-memory records; each table in the order of adding. */
final class InMemoryTables {
    final Map<ConceptId, Concept> concepts = new LinkedHashMap<>();
    final Map<VersionId, Version> versions = new LinkedHashMap<>();
    final Map<JobId, Job> jobs = new LinkedHashMap<>();
    final Map<JobId, Ticket> tickets = new LinkedHashMap<>();
    final Map<CallId, ProviderCall> calls = new LinkedHashMap<>();
    final Map<CallId, byte[]> answers = new HashMap<>();
    final Map<CallId, Reply> replies = new HashMap<>();
    final List<RecordedEvent> events = new ArrayList<>();
    final Map<JobId, Share> shares = new HashMap<>();
    final Map<String, Lease> leaders = new HashMap<>();
    final Set<JobId> forgotten = new HashSet<>();
    final Map<Asked, KeyedSubmission> submissions = new HashMap<>();
    final Map<String, GrantedKey> keys = new LinkedHashMap<>();

    final Map<BatchId, Batch> batches = new LinkedHashMap<>();
    final Map<RunName, Run> runs = new LinkedHashMap<>();
    final Map<RequestHash, Checklist> checklists = new HashMap<>();
    final List<Mishap> mishaps = new ArrayList<>();

    final Map<UserId, ConceptId> lastWorkedOn = new HashMap<>();
    final Map<Priority, Long> lastTurnBegun = new HashMap<>();

    /** The number of the last event of a job or of a concept. */
    final Map<Object, Long> lastEvent = new HashMap<>();

    /** A prompt of a batch. */
    record RunName(BatchId batch, String prompt) {
        static RunName of(Run run) {
            return new RunName(run.batch(), run.item().id());
        }
    }

    /** What a job has of a quota. */
    record Share(Quota quota, boolean settled) {}

    /** A user's word for a submission. */
    record Asked(UserId owner, String key) {}

    InMemoryTables copy() {
        InMemoryTables copy = new InMemoryTables();
        copy.concepts.putAll(concepts);
        copy.versions.putAll(versions);
        copy.jobs.putAll(jobs);
        copy.tickets.putAll(tickets);
        copy.calls.putAll(calls);
        copy.answers.putAll(answers);
        copy.replies.putAll(replies);
        copy.events.addAll(events);
        copy.shares.putAll(shares);
        copy.leaders.putAll(leaders);
        copy.batches.putAll(batches);
        copy.runs.putAll(runs);
        copy.checklists.putAll(checklists);
        copy.mishaps.addAll(mishaps);
        copy.forgotten.addAll(forgotten);
        copy.submissions.putAll(submissions);
        copy.keys.putAll(keys);
        copy.lastWorkedOn.putAll(lastWorkedOn);
        copy.lastTurnBegun.putAll(lastTurnBegun);
        copy.lastEvent.putAll(lastEvent);
        return copy;
    }
}
