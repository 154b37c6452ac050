package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.testkit.wire.ImageGeneratorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class JigsawStackGeneratorTest extends ImageGeneratorWireContract {

    @Override
    protected ProviderScript script() {
        return new ImageScript();
    }
}
