package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.testkit.wire.ImageGeneratorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class GeminiGeneratorTest extends ImageGeneratorWireContract {
    @Override
    protected ProviderScript script() {
        return GeminiScript.ofPictures();
    }
}
