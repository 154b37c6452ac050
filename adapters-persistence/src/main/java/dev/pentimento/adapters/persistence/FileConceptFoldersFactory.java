package dev.pentimento.adapters.persistence;

import dev.pentimento.ports.out.ConceptFolders;
import dev.pentimento.ports.spi.ConceptFoldersFactory;
import java.nio.file.Path;

/** Concepts as folders, below {@code runs} in the home. */
public final class FileConceptFoldersFactory implements ConceptFoldersFactory {
    @Override
    public String name() {
        return "files";
    }

    @Override
    public ConceptFolders create(Path home) {
        return new FileConceptFolders(new Home(home.toAbsolutePath().normalize()));
    }
}
