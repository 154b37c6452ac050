package dev.pentimento.testkit.wire;

/** The suites for adapters with the flaw that is set before. Not found by their names, so that they are only run by {@link BitingSuites}. */
final class FlawedTeapots {
    private static Flaw flaw = Flaw.NONE;

    private FlawedTeapots() {}

    static void suffer(Flaw other) {
        flaw = other;
    }

    private static ProviderScript suffering() {
        return new TeapotScript(flaw);
    }

    static class Editors extends ImageEditorWireContract {
        @Override
        protected ProviderScript script() {
            return suffering();
        }
    }

    static class Generators extends ImageGeneratorWireContract {
        @Override
        protected ProviderScript script() {
            return suffering();
        }
    }

    static class Critics extends ImageCriticWireContract {
        @Override
        protected ProviderScript script() {
            return suffering();
        }
    }

    static class Writers extends PromptWriterWireContract {
        @Override
        protected ProviderScript script() {
            return suffering();
        }
    }
}
