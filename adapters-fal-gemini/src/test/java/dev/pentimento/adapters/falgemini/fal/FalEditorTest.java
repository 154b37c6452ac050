package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.testkit.wire.ImageEditorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

/** With the usual endpoints, which draw pictures anew. */
class FalEditorTest extends ImageEditorWireContract {
    @Override
    protected ProviderScript script() {
        return FalScript.usual();
    }
}
