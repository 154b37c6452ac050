package dev.pentimento.adapters.local;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.testkit.ImageEditorContract;

class LocalEditorTest extends ImageEditorContract {
    private final ImageEditor editor = new LocalEditor(1);

    @Override
    protected ImageEditor editor() {
        return editor;
    }
}
