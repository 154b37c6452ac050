package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.folder.ConceptFolder;
import dev.pentimento.domain.folder.Place;
import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.ports.out.ConceptFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/** Folders such as {@code runs/0198c1d2-.../originals}, in a home that has the folder {@code runs}. */
final class FileConceptFolders implements ConceptFolders {
    private final Path root;
    private final Incoming incoming;

    FileConceptFolders(Home home) {
        this.root = home.folders();
        this.incoming = new Incoming(root.resolve(".incoming"), Incoming.AT_ONCE);
    }

    @Override
    public boolean areKept() {
        return Files.isDirectory(root);
    }

    @Override
    public void keep() {
        try {
            Folders.create(incoming.folder());
        } catch (IOException e) {
            throw FileTrouble.writing("The folder " + root, e);
        }
        incoming.forgetLeftovers(Instant.now());
    }

    @Override
    public Map<String, byte[]> documents(ConceptFolder folder) {
        return new FolderDocuments(folder).byPath();
    }

    @Override
    public void write(ConceptId concept, Supplier<ConceptFolder> current, Images images) {
        Path place = root.resolve(concept.toString());
        try {
            Folders.create(incoming.folder());
            Folders.create(place);
            FolderLocks.holding(place.resolve(".lock"), () -> write(place, current.get(), images));
        } catch (IOException e) {
            throw FileTrouble.writing("The folder " + place, e);
        }
    }

    private void write(Path place, ConceptFolder folder, Images images) throws IOException {
        for (Place picture : folder.places()) {
            Path file = place.resolve(picture.path());
            if (!Files.isRegularFile(file)) {
                write(images.of(picture.version()).bytes(), file);
            }
        }
        for (Map.Entry<String, byte[]> document : documents(folder).entrySet()) {
            Path file = place.resolve(document.getKey());
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), document.getValue())) {
                write(document.getValue(), file);
            }
        }
    }

    private void write(byte[] bytes, Path file) throws IOException {
        Path shelf = file.resolveSibling(".").normalize();
        Folders.create(shelf);
        incoming.write(bytes, file);
        Folders.sync(shelf);
    }
}
