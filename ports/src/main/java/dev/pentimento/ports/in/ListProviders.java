package dev.pentimento.ports.in;

import dev.pentimento.ports.out.ImageEditor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the configured providers and what each can do by itself. */
public interface ListProviders {

    List<Listed> handle();

    /** What a provider can serve as; the names are those of the configuration. */
    enum Role {
        EDIT,
        GENERATE,
        CRITIQUE,
        WRITE
    }

    /**
     * One provider.
     *
     * @param roles what it is configured for
     * @param editing what it does by itself; empty when it is not configured as an editor
     */
    record Listed(String name, String description, Set<Role> roles, Optional<ImageEditor.Capabilities> editing) {
        public Listed {
            roles = Set.copyOf(roles);
        }
    }
}
