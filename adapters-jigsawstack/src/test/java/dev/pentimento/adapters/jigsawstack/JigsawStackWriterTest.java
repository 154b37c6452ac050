package dev.pentimento.adapters.jigsawstack;

import dev.pentimento.testkit.wire.PromptWriterWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

class JigsawStackWriterTest extends PromptWriterWireContract {

    @Override
    protected ProviderScript script() {
        return new PaletteScript();
    }
}
