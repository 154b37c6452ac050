package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.testkit.wire.ImageEditorWireContract;
import dev.pentimento.testkit.wire.ProviderScript;

/** With an endpoint that follows instructions, and looks at references. */
class FalEditorByInstructionTest extends ImageEditorWireContract {
    @Override
    protected ProviderScript script() {
        return FalScript.editingBy("fal-ai/nano-banana/edit");
    }
}
