package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.testkit.wire.ImageEditorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class JigsawStackEditorTest extends ImageEditorWireContract {

    @Override
    protected ProviderScript script() {
        return new ImageScript();
    }
}
