package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.submission.SubmissionKey;
import java.util.List;
import java.util.function.Function;
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
    Outcome handle(Command command);

    /**
     * One import.
     *
     * @param pictures at least one
     * @param concept where all of them belong, whatever they say; null = where they come from, else a new one
     * @param key marks an import that may arrive twice; null = each one counts
     */
    record Command(
            UserId owner,
            List<RefineImage.Given> pictures,
            Brief brief,
            @Nullable ConceptId concept,
            @Nullable SubmissionKey key) {
        public Command {
            pictures = List.copyOf(pictures);
            if (pictures.isEmpty()) {
                throw new IllegalArgumentException("Name at least one file to import");
            }
        }

        /** Without a key. */
        public Command(UserId owner, List<RefineImage.Given> pictures, Brief brief, @Nullable ConceptId concept) {
            this(owner, pictures, brief, concept, null);
        }
    }

    /** What became of an import. */
    sealed interface Outcome {
        <T> T match(Function<Imported, T> imported, Function<Replayed, T> replayed, Function<KeyTaken, T> taken);

        /**
         * What came of a command without a key.
         *
         * @throws IllegalStateException if it had one, and was not carried out for it
         */
        default Imported imported() {
            return match(
                    imported -> imported,
                    replayed -> {
                        throw new IllegalStateException("This import was carried out before: " + this);
                    },
                    taken -> {
                        throw new IllegalStateException("This key stands for another request: " + this);
                    });
        }
    }

    /**
     * The files are there.
     *
     * @param concept the one asked for, else the new one, else (when every file belongs to a known version) that of the first
     * @param arrivals one per picture, in their order
     */
    record Imported(ConceptId concept, List<Arrived> arrivals) implements Outcome {
        public Imported {
            arrivals = List.copyOf(arrivals);
        }

        /** One per picture, in their order. */
        public List<VersionId> versions() {
            return arrivals.stream().map(Arrived::version).toList();
        }

        @Override
        public <T> T match(
                Function<Imported, T> imported, Function<Replayed, T> replayed, Function<KeyTaken, T> taken) {
            return imported.apply(this);
        }
    }

    /**
     * The key of the import stands for this one already; nothing new was kept.
     *
     * @param concept as in {@link Imported}
     */
    record Replayed(ConceptId concept) implements Outcome {
        @Override
        public <T> T match(
                Function<Imported, T> imported, Function<Replayed, T> replayed, Function<KeyTaken, T> taken) {
            return replayed.apply(this);
        }
    }

    /** The key of the import stands for another request; nothing was kept. */
    record KeyTaken(String key) implements Outcome {
        @Override
        public <T> T match(
                Function<Imported, T> imported, Function<Replayed, T> replayed, Function<KeyTaken, T> taken) {
            return taken.apply(this);
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
