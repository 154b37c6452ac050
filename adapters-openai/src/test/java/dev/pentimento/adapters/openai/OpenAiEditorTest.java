package dev.pentimento.adapters.openai;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.ImageEditorContract;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenAiEditorTest extends ImageEditorContract {
    @RegisterExtension
    static final StandIn OPENAI = StandIn.painting();

    private final ImageEditor editor = Offered.editor(OPENAI.provider(Map.of("edit-model", Catalogue.PAINTER)));

    @Override
    protected ImageEditor editor() {
        return editor;
    }
}
