package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.testkit.wire.ImageCriticWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class GeminiCriticTest extends ImageCriticWireContract {
    @Override
    protected ProviderScript script() {
        return GeminiScript.ofWords();
    }
}
