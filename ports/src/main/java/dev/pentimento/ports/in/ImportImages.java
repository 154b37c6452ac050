package dev.pentimento.ports.in;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.identity.VersionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes files the originals of a concept; all of them, or none when one cannot be read or fetched. */
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
     * @param concept null = a new one
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
     * @param versions one per picture, in their order; one whose bytes the concept holds already gives the version that holds them
     */
    record Imported(ConceptId concept, List<VersionId> versions) {
        public Imported {
            versions = List.copyOf(versions);
        }
    }
}
