package dev.pentimento.testkit.wire;

/** An adapter without a flaw passes. */
class TeapotWriterTest extends PromptWriterWireContract {

    @Override
    protected ProviderScript script() {
        return new TeapotScript(Flaw.NONE);
    }
}
