package dev.pentimento.testkit.wire;

/** An adapter without a flaw passes. */
class TeapotGeneratorTest extends ImageGeneratorWireContract {

    @Override
    protected ProviderScript script() {
        return new TeapotScript(Flaw.NONE);
    }
}
