package dev.pentimento.application;

import dev.pentimento.domain.concept.Concept;
import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.failure.UnknownReference;
import dev.pentimento.ports.in.ReadConceptFile;
import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.out.Records;
import java.util.Optional;

final class ReadConceptFileHandler implements ReadConceptFile {
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
                .orElseThrow(() -> new UnknownReference(
                        "There is no such file in the folder of concept %s".formatted(query.concept())));
    }

    private byte[] image(Place place) {
        return handouts.withProvenance(place.version(), MediaType.PNG).bytes();
    }

    private Optional<byte[]> document(ConceptFolder folder, String path) {
        return Optional.ofNullable(folders.documents(folder).get(path));
    }
}
