package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.testkit.wire.ImageGeneratorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class FalGeneratorTest extends ImageGeneratorWireContract {
    @Override
    protected ProviderScript script() {
        return FalScript.usual();
    }
}
