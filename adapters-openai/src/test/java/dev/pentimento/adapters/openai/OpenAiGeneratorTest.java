package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.testkit.ImageGeneratorContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenAiGeneratorTest extends ImageGeneratorContract {
    @RegisterExtension
    static final StandIn OPENAI = StandIn.painting();

    private final ImageGenerator generator =
            Offered.generator(OPENAI.provider(Map.of("edit-model", Catalogue.PAINTER)));

    @Override
    protected ImageGenerator generator() {
        return generator;
    }
}
