package dev.pentimento.adapters.web.failures;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.CostBasis;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.Answered;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageCritic;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.ImageSource;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.out.MaskForm;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderFactory;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.ports.spi.Roles;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider that makes a mistake whatever it is asked for. */
public final class ClumsyProviderFactory implements ProviderFactory {
    static final String NAME = "clumsy";
    static final String MISTAKE = "dev.pentimento.Clumsy lost its key in /home/anna/keys";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settingKeys() {
        return Set.of();
    }

    @Override
    public Provider create(ProviderSettings settings, ImageSource results) {
        return Roles.of("A provider for tests that makes mistakes")
                .editing(new Editor())
                .generating(new Generator())
                .judging(new Critic());
    }

    private static final class Editor implements ImageEditor {
        @Override
        public Capabilities capabilities(@Nullable String model) {
            return new Capabilities(
                    EnumSet.allOf(RefinementKind.class),
                    MaskForm.NONE,
                    0,
                    false,
                    true,
                    1,
                    new Canvas.Any(),
                    true,
                    CostBasis.REPORTED);
        }

        @Override
        public MadeImages edit(ImageEditor.Request request, CallContext context) {
            throw new IllegalStateException(MISTAKE);
        }

        @Override
        public Cost estimate(ImageEditor.Request request) {
            return Cost.estimated(1);
        }
    }

    private static final class Critic implements ImageCritic {
        @Override
        public Answered<Evaluation> evaluate(ImageCritic.Request request, CallContext context) {
            throw new IllegalStateException(MISTAKE);
        }

        @Override
        public Answered<Preference> compare(Comparison comparison, CallContext context) {
            throw new IllegalStateException(MISTAKE);
        }

        @Override
        public Cost estimate() {
            return Cost.estimated(1);
        }
    }

    private static final class Generator implements ImageGenerator {
        @Override
        public MadeImages generate(ImageGenerator.Request request, CallContext context) {
            throw new IllegalStateException(MISTAKE);
        }

        @Override
        public Cost estimate(ImageGenerator.Request request) {
            return Cost.estimated(1);
        }
    }
}
