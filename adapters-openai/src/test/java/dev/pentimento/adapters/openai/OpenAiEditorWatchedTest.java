package dev.pentimento.adapters.openai;

import dev.pentimento.testkit.wire.ImageEditorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class OpenAiEditorWatchedTest extends ImageEditorWireContract {
    @Override
    protected ProviderScript script() {
        return OpenAiScript.watchedEdits();
    }
}
