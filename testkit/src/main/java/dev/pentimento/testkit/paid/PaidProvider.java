package dev.pentimento.testkit.paid;

import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.ImageGenerator;
import dev.pentimento.ports.spi.Provider;
import java.util.Optional;

/** Both roles of the scripted provider. */
final class PaidProvider implements Provider {
    private final ImageEditor editor;
    private final ImageGenerator generator;

    PaidProvider(PaidAccount account, int maxCandidates) {
        this.editor = new PaidEditor(account, maxCandidates);
        this.generator = new PaidGenerator(account);
    }

    @Override
    public String description() {
        return "A provider for tests that does what it is told and keeps a bill; needs a PaidServer";
    }

    @Override
    public Optional<ImageEditor> editor() {
        return Optional.of(editor);
    }

    @Override
    public Optional<ImageGenerator> generator() {
        return Optional.of(generator);
    }
}
