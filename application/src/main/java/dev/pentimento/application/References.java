package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.out.RecordReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a person points at, among what they own, within one transaction. */
final class References {
    private static final Pattern ID_OR_BEGINNING = Pattern.compile("[0-9a-f][0-9a-f-]{3,35}");
    private static final Pattern TOO_LITTLE_OF_AN_ID = Pattern.compile("[0-9a-f]{1,3}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z]+[0-9.]*");

    private final RecordReader records;
    private final UserId owner;

    References(RecordReader records, UserId owner) {
        this.records = records;
        this.owner = owner;
    }

    Version version(VersionReference reference) {
        String text = reference.text();
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return labelled(concept(text.substring(0, slash)), text.substring(slash + 1));
        }
        String id = text.toLowerCase(Locale.ROOT);
        if (ID_OR_BEGINNING.matcher(id).matches()) {
            List<Version> found = records.versionsStartingWith(owner, id);
            if (!found.isEmpty()) {
                return only(found, "version", text);
            }
        }
        return records.lastWorkedOn(owner)
                .filter(concept -> LABEL.matcher(text).matches())
                .map(concept -> labelled(concept, text))
                .orElseThrow(() -> unknown(text));
    }

    /** By id, or the beginning of it. */
    Job job(String reference) {
        String id = reference.strip().toLowerCase(Locale.ROOT);
        if (TOO_LITTLE_OF_AN_ID.matcher(id).matches()) {
            throw new UnknownReference(
                    "'%s' is too little of a job's id; give at least 4 characters".formatted(reference));
        }
        List<Job> found = ID_OR_BEGINNING.matcher(id).matches() ? records.jobsStartingWith(owner, id) : List.of();
        if (found.isEmpty()) {
            throw new UnknownReference("There is no job '%s'; list them with jobs".formatted(reference));
        }
        return only(found, "job", reference);
    }

    /** By id, the beginning of one, or the same of one of its versions; blank = the one worked on last. */
    Concept concept(String reference) {
        String text = reference.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return records.lastWorkedOn(owner)
                    .orElseThrow(() ->
                            new UnknownReference("There is no concept yet; make one with refine, generate or import"));
        }
        List<Concept> found = withId(text).map(List::of).orElseGet(() -> beginningWith(text));
        return found.isEmpty() ? conceptOfVersion(text, reference) : only(found, "concept", reference);
    }

    /** Found without a look at all the others. */
    private Optional<Concept> withId(String text) {
        return ID.matcher(text).matches()
                ? records.concept(ConceptId.parse(text)).filter(this::isTheirs)
                : Optional.empty();
    }

    private List<Concept> beginningWith(String text) {
        return records.concepts(owner).stream()
                .filter(concept -> concept.id().toString().startsWith(text) && isTheirs(concept))
                .toList();
    }

    /** Nobody points at what holds questions and no images. */
    private boolean isTheirs(Concept concept) {
        return concept.owner().equals(owner) && !QuestionHome.isOne(concept);
    }

    Concept concept(ConceptId id) {
        return records.concept(id)
                .filter(this::isTheirs)
                .orElseThrow(
                        () -> new UnknownReference("There is no concept '%s'; list them with concepts".formatted(id)));
    }

    private Concept conceptOfVersion(String text, String reference) {
        Optional<Version> version = ID_OR_BEGINNING.matcher(text).matches()
                ? records.versionsStartingWith(owner, text).stream().findFirst()
                : Optional.empty();
        return version.map(Version::concept)
                .map(this::concept)
                .orElseThrow(() ->
                        new UnknownReference("There is no concept '%s'; list them with concepts".formatted(reference)));
    }

    private Version labelled(Concept concept, String label) {
        return Lineage.of(records.versions(concept.id()))
                .labelled(label)
                .orElseThrow(() -> new UnknownReference(
                        "Concept %s has no version labelled '%s'; see its lineage, or name one of another concept as CONCEPT/%s"
                                .formatted(concept.id(), label, label)));
    }

    private static <T> T only(List<T> found, String kind, String text) {
        if (found.size() > 1) {
            throw new UnknownReference(
                    "'%s' is the beginning of %d %ss' ids; give more of it".formatted(text, found.size(), kind));
        }
        return found.get(0);
    }

    private static UnknownReference unknown(String text) {
        return new UnknownReference(
                "There is no version '%s'; versions are named by id or by a label such as A1, see concepts and lineage"
                        .formatted(text));
    }
}
