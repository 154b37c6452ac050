package dev.pentimento.testkit.wire;

/** An adapter without a flaw passes. */
class TeapotCriticTest extends ImageCriticWireContract {

    @Override
    protected ProviderScript script() {
        return new TeapotScript(Flaw.NONE);
    }
}
