package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.model.image.ImageModel;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.util.Set;

/**
 * Offers an {@code ImageModel} of LangChain4j as a provider. Extend it, name your class in
 * {@code META-INF/services/dev.pentimento.ports.spi.ProviderFactory}, and name the provider in the configuration.
 *
 * <p>Build the model without retries of its own ({@code maxRetries(0)}): it is not known to whom a model that repeats a request has to pay twice.
 */
public abstract class ImageModelProviderFactory implements ProviderFactory {
    private final String name;
    private final Set<String> settingKeys;
    private final Declaration declaration;

    /**
     * @param name lower case, for the configuration
     * @param settingKeys what {@link #model} reads below {@code providers.<name>}, such as {@code api-key}
     */
    protected ImageModelProviderFactory(String name, Set<String> settingKeys, Declaration declaration) {
        this.name = name;
        this.settingKeys = Set.copyOf(settingKeys);
        this.declaration = declaration;
    }

    /**
     * Builds the model without calling it. It must be safe for use by several threads.
     *
     * @throws dev.pentimento.ports.failure.InvalidSettings if the settings cannot be used
     */
    protected abstract ImageModel model(ProviderSettings settings);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<String> settingKeys() {
        return settingKeys;
    }

    @Override
    public final Provider create(ProviderSettings settings, ImageSource results) {
        Asking asking = new Asking(name, model(settings), results);
        Roles roles = Roles.of(declaration.description()).closing(asking::close);
        if (declaration.can(Declaration.Ability.EDIT)) {
            roles = roles.editing(new ImageModelEditor(declaration, asking));
        }
        if (declaration.can(Declaration.Ability.GENERATE)) {
            roles = roles.generating(new ImageModelGenerator(declaration, asking));
        }
        return roles;
    }
}
