package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.testkit.wire.PromptWriterWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class GeminiWriterTest extends PromptWriterWireContract {
    @Override
    protected ProviderScript script() {
        return GeminiScript.ofWords();
    }
}
