package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.model.image.ImageModel;
import dev.pentimento.adapters.langchain4j.Declaration.Ability;
import dev.pentimento.adapters.langchain4j.Declaration.ImageForm;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.Fixtures;
import java.util.Map;
import java.util.Set;

/** Models as somebody declares them. */
final class Models {
    static final Declaration ALL = new Declaration(
            "A model for tests",
            "scripted-1",
            Set.of(Ability.EDIT, Ability.GENERATE_SEVERAL),
            MaskForm.WHITE_IS_EDIT,
            ImageForm.BASE64,
            new Canvas.Any(),
            Cost.estimated(2_000));

    private Models() {}

    static Declaration only(Ability... abilities) {
        return new Declaration(
                "A model for tests",
                "scripted-1",
                Set.of(abilities),
                MaskForm.NONE,
                ImageForm.BASE64,
                new Canvas.Any(),
                Cost.unknown());
    }

    static Provider provider(ImageModel model, Declaration declaration) {
        return provider(model, declaration, Fixtures.noResults());
    }

    static Provider provider(ImageModel model, Declaration declaration, ImageSource results) {
        ImageModelProviderFactory factory = new ImageModelProviderFactory("house-model", Set.of(), declaration) {
            @Override
            protected ImageModel model(ProviderSettings settings) {
                return model;
            }
        };
        return factory.create(ProviderSettings.of("house-model", Map.of()), results);
    }
}
