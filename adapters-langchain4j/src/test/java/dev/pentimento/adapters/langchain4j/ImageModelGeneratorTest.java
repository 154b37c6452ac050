package dev.pentimento.adapters.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.image.Image;
import dev.pentimento.adapters.langchain4j.Declaration.Ability;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.testkit.ImageGeneratorContract;
import dev.pentimento.testkit.TestCallContext;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageModelGeneratorTest extends ImageGeneratorContract {
    private final ScriptedImageModel model = new ScriptedImageModel();

    @Override
    protected ImageGenerator generator() {
        return Models.provider(model, Models.ALL).generator().orElseThrow();
    }

    /** The interface of a model knows neither. */
    @Override
    protected Set<Difference> differences() {
        return Set.of(Difference.SIZE, Difference.SEED);
    }

    @Test
    void severalImagesAreOneCallWhereThatIsDeclared() {
        MadeImages made = generate(Models.ALL, 3);

        assertThat(made.images()).hasSize(3).doesNotHaveDuplicates();
        assertThat(made.report().cost()).isEqualTo(Cost.estimated(6_000));
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void oneThatIsNoImageLosesNothingOfTheOthers() {
        model.answersSeveral(number ->
                number == 1 ? Image.builder().base64Data("aGVsbG8=").build() : ScriptedImageModel.painted(number));

        assertThat(generate(Models.ALL, 3).images()).hasSize(2);
    }

    @Test
    void oneImageIsAskedForByItself() {
        assertThat(generate(Models.only(Ability.GENERATE), 1).images()).hasSize(1);
        assertThat(model.asked.remove().prompt()).isEqualTo("a red kite");
    }

    @Test
    void severalImagesAreRefusedWhereThatIsNotDeclared() {
        assertThatThrownBy(() -> generate(Models.only(Ability.GENERATE), 2))
                .isInstanceOf(ProviderFailure.InvalidRequest.class);
        assertThat(model.asked).isEmpty();
    }

    private MadeImages generate(Declaration declaration, int variants) {
        ImageGenerator generator =
                Models.provider(model, declaration).generator().orElseThrow();
        return generator.generate(
                new ImageGenerator.Request(
                        new Instruction("a red kite"), Brief.EMPTY, new ImageSize(64, 64), variants, null, null),
                TestCallContext.calm());
    }
}
