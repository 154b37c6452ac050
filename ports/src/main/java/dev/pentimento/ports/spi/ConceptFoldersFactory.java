package dev.pentimento.ports.spi;

import dev.pentimento.ports.out.ConceptFolders;
import java.nio.file.Path;

/** Registers a kind of concept folders; exactly one is expected on the class path. */
public interface ConceptFoldersFactory {

    String name();

    /** Writes nothing yet. */
    ConceptFolders create(Path home);
}
