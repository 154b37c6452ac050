package dev.pentimento.adapters.openai;

import dev.pentimento.testkit.wire.ImageGeneratorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class OpenAiGeneratorTest extends ImageGeneratorWireContract {
    @Override
    protected ProviderScript script() {
        return OpenAiScript.generations();
    }
}
