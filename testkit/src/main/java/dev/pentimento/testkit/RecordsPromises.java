package dev.pentimento.testkit;

import static dev.pentimento.testkit.Fixtures.aConceptOf;
import static dev.pentimento.testkit.Fixtures.aPendingJobFor;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.util.Optional;
import java.util.function.Consumer;

/** What the parts of the contract of records have in common. */
interface RecordsPromises {
    UserId ANNA = new UserId("anna");
    UserId BEN = new UserId("ben");

    /** The same records throughout a test, and empty when it begins. */
    Records records();

    default void write(Consumer<RecordWriter> work) {
        records().<Boolean>write(writer -> {
            work.accept(writer);
            return true;
        });
    }

    default void read(Consumer<RecordReader> work) {
        records().<Boolean>read(reader -> {
            work.accept(reader);
            return true;
        });
    }

    default Concept recorded(Concept concept) {
        write(writer -> writer.add(concept));
        return concept;
    }

    default Version recorded(Version version) {
        write(writer -> writer.add(version));
        return version;
    }

    default Job recorded(Job job) {
        write(writer -> writer.add(job));
        return job;
    }

    default ProviderCall recorded(ProviderCall call) {
        write(writer -> writer.add(call));
        return call;
    }

    /** A pending job in a concept of its own. */
    default Job recordedJobOf(UserId owner) {
        return recorded(aPendingJobFor(recorded(aConceptOf(owner))));
    }

    default Optional<Job> job(JobId id) {
        return records().read(reader -> reader.job(id));
    }

    default boolean replace(Job current, Job next) {
        return records().write(writer -> writer.replace(current, next));
    }

    default void refuses(Consumer<RecordWriter> work, Object culprit) {
        assertThatIllegalArgumentException().isThrownBy(() -> write(work)).withMessageContaining(culprit.toString());
    }

    /** Does {@code work} in a transaction that fails in the end. */
    default void writeInVain(Consumer<RecordWriter> work) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(writer -> {
                    work.accept(writer);
                    throw new IllegalArgumentException("in vain");
                }))
                .withMessage("in vain");
    }
}
