package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.job.RecordedEvent;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ReadConceptFileHandler implements ReadConceptFile {
    private static final Pattern PARTIAL = Pattern.compile("partials/([0-9a-f]{64})\\.png");
    private static final int PAGE = 500;

    private final Records records;
    private final ConceptFolders folders;
    private final Handouts handouts;

    ReadConceptFileHandler(Records records, ConceptFolders folders, Handouts handouts) {
        this.records = records;
        this.folders = folders;
        this.handouts = handouts;
    }

    @Override
    public byte[] handle(Query query) {
        ConceptFolder folder = records.read(reader -> {
            Concept concept = new References(reader, query.owner()).concept(query.concept());
            return FolderKeeping.folder(reader, concept);
        });
        return folder.at(query.path())
                .map(this::image)
                .or(() -> document(folder, query.path()))
                .or(() -> partial(folder.concept().id(), query.path()))
                .orElseThrow(() -> new UnknownReference(
                        "There is no such file in the folder of concept %s".formatted(query.concept())));
    }

    private byte[] image(Place place) {
        return handouts.withProvenance(place.version(), MediaType.PNG).bytes();
    }

    private Optional<byte[]> document(ConceptFolder folder, String path) {
        return Optional.ofNullable(folders.documents(folder).get(path));
    }

    private Optional<byte[]> partial(ConceptId concept, String path) {
        Matcher partial = PARTIAL.matcher(path);
        return partial.matches()
                ? Optional.of(new ImageDigest(partial.group(1)))
                        .filter(image -> records.read(reader -> wasShown(reader, concept, image)))
                        .map(handouts::bare)
                : Optional.empty();
    }

    /** Whether an event of the concept shows the picture. */
    private static boolean wasShown(RecordReader reader, ConceptId concept, ImageDigest image) {
        List<RecordedEvent> page = reader.events(concept, 0, PAGE);
        while (!page.isEmpty()) {
            if (page.stream().anyMatch(recorded -> image.equals(recorded.event().image()))) {
                return true;
            }
            page = reader.events(concept, page.get(page.size() - 1).ofConcept(), PAGE);
        }
        return false;
    }
}
