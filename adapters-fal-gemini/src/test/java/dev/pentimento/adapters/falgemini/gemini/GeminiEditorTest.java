package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.testkit.wire.ImageEditorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class GeminiEditorTest extends ImageEditorWireContract {
    @Override
    protected ProviderScript script() {
        return GeminiScript.ofPictures();
    }
}
