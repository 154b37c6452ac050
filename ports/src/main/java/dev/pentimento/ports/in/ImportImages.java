package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes files versions of a concept; all of them, or none when one cannot be read or fetched. Files that say which version they come from belong
 * to its concept: they are that version, or become its children. All others become originals.
 */
public interface ImportImages {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if a file is no readable image, a URL gives none, the concept does
     *     not exist, or the home cannot be written; nothing is kept then
     */
    Imported handle(Command command);

    /**
     * One import.
     *
     * @param pictures at least one
     * @param concept where all of them belong, whatever they say; null = where they come from, else a new one
     */
    record Command(
            UserId owner,
            List<RefineImage.Given> pictures,
            Brief brief,
            @Nullable ConceptId concept) {
        public Command {
            pictures = List.copyOf(pictures);
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("Name at least one file to import");
            }
        }
    }

    /**
     * The result.
     *
     * @param concept the one asked for, else the new one, else (when every file belongs to a known version) that of the first
     * @param arrivals one per picture, in their order
     */
    record Imported(ConceptId concept, List<Arrived> arrivals) {
        public Imported {
            arrivals = List.copyOf(arrivals);
        }

        /** One per picture, in their order. */
        public List<VersionId> versions() {
            return arrivals.stream().map(Arrived::version).toList();
        }
    }

    /**
     * What became of a file.
     *
     * @param contentCredentials whether the file carries C2PA Content Credentials, which stay with it
     */
    record Arrived(VersionId version, Recognition recognition, boolean contentCredentials) {}

    /** What a file turned out to be. */
    enum Recognition {
        /** An original. */
        NEW,
        /** The bytes or the pixels of a version that exists. */
        KNOWN,
        /** Made elsewhere from a version that exists, which became its parent. */
        EDITED
    }
}
