package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.Job;
import dev.pentimento.domain.lineage.Lineage;
import dev.pentimento.domain.lineage.Version;
import dev.pentimento.domain.lineage.VersionReference;
import dev.pentimento.domain.provenance.DigitalSourceType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells everything about one version. */
public interface ShowVersion {

    /** @throws dev.pentimento.ports.failure.UnknownReference if the reference fits no version, or several */
    Details handle(Query query);

    /** Which one. */
    record Query(UserId owner, VersionReference reference) {
        /** A version of the local user. */
        public static Query of(VersionId version) {
            return new Query(UserId.LOCAL, new VersionReference(version.toString()));
        }
    }

    /**
     * The version, where it stands, and what made it.
     *
     * @param file absolute path of the image; empty where the vault keeps no files
     * @param job what made it; empty for an imported version
     * @param sourceType works out what the version has to be called by the vocabulary of the IPTC; empty where no program is known to have had
     *     a part in it. To be asked while the home is open
     */
    record Details(
            Version version,
            Lineage lineage,
            Concept concept,
            Optional<Path> file,
            Optional<Job> job,
            Supplier<Optional<DigitalSourceType>> sourceType) {
        public String label() {
            return lineage.label(version.id());
        }

        public String badge() {
            return lineage.badge(version.id());
        }
    }
}
