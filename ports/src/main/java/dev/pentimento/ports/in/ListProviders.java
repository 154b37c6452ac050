package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.PriceList;
import dev.pentimento.ports.out.ImageEditor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the configured providers, what each can do by itself, and what is known of its models. Calls none of them. */
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
     * @param description or why it cannot be used, where {@code usable} is false
     * @param roles what it is configured for
     * @param editing what it does by itself; empty when it is not configured as an editor, or cannot edit as it is configured
     * @param access whether its key was found
     * @param models those that the catalogue knows, in its order
     */
    record Listed(
            String name,
            String description,
            boolean usable,
            Set<Role> roles,
            Optional<ImageEditor.Capabilities> editing,
            Access access,
            List<Model> models) {
        public Listed {
            roles = Set.copyOf(roles);
            models = List.copyOf(models);
        }
    }

    /**
     * A model of a provider, as the catalogue describes it.
     *
     * @param uses as roles are called in the configuration
     * @param source where prices and abilities were read, for people
     * @param checked when they were
     * @param shutdown the day from which it is gone; null = none is announced
     * @param successor the id of the model to use instead; null = none is named
     * @param configured whether the settings name it
     * @param warnings what its users have to know now, such as that it is about to be shut down
     */
    record Model(
            String id,
            Set<String> uses,
            PriceList prices,
            String source,
            LocalDate checked,
            @Nullable LocalDate shutdown,
            @Nullable String successor,
            boolean configured,
            List<String> warnings) {
        public Model {
            uses = Set.copyOf(uses);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Whether there is a key; never the key itself.
     *
     * @param where it was found, for people; the variable to set where it is missing, and empty where none is needed
     */
    record Access(Key key, String where) {
        /** Whether there is one. */
        public enum Key {
            NOT_NEEDED,
            FOUND,
            MISSING
        }
    }
}
