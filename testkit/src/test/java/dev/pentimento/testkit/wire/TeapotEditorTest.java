package dev.pentimento.testkit.wire;

/** An adapter without a flaw passes. */
class TeapotEditorTest extends ImageEditorWireContract {

    @Override
    protected ProviderScript script() {
        return new TeapotScript(Flaw.NONE);
    }
}
