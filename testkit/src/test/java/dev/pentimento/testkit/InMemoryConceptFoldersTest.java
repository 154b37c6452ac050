package dev.pentimento.testkit;

import dev.pentimento.domain.identity.ConceptId;
import dev.pentimento.ports.out.ConceptFolders;
import java.util.Optional;

class InMemoryConceptFoldersTest extends ConceptFoldersContract {
    private final InMemoryConceptFolders folders = new InMemoryConceptFolders();

    @Override
    protected ConceptFolders folders() {
        return folders;
    }

    @Override
    protected Optional<byte[]> file(ConceptId concept, String path) {
        return folders.file(concept, path);
    }
}
