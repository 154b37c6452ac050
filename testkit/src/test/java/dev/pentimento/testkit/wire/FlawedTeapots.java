package dev.pentimento.testkit.wire;

/** The suite for an adapter with the flaw that is set before. Not found by its name, so that it is only run by {@link SuitesBiteTest}. */
class FlawedTeapots extends ImageEditorWireContract {
    private static Flaw flaw = Flaw.NONE;

    static void suffer(Flaw other) {
        flaw = other;
    }

    @Override
    protected ProviderScript script() {
        return new TeapotScript(flaw);
    }
}
