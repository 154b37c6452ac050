package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.Records;
import java.util.List;

/** Short transactions, in words that tests like to read. */
final class Recording {
    private Recording() {}

    static Concept recorded(Records records, Concept concept) {
        return records.write(writer -> {
            writer.add(concept);
            return concept;
        });
    }

    static Version recorded(Records records, Version version) {
        return records.write(writer -> {
            writer.add(version);
            return version;
        });
    }

    static Job recorded(Records records, Job job) {
        return records.write(writer -> {
            writer.add(job);
            return job;
        });
    }

    static List<Concept> concepts(Records records) {
        return records.read(reader -> reader.concepts(UserId.LOCAL));
    }

    static List<Version> versions(Records records, Concept concept) {
        return records.read(reader -> reader.versions(concept.id()));
    }
}
