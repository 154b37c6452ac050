package dev.pentimento.testkit.paid;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A server, and its provider in one of the two modes. */
final class PaidTrial implements AutoCloseable {
    static final String PROMPT = "make the mug blue";
    static final long PRICE = 40_000;

    private final PaidServer server = PaidServer.open(PRICE);
    private final Provider provider;

    private PaidTrial(String mode) {
        this.provider = provider(server.url().toString(), mode);
    }

    static PaidTrial onTheLine() {
        return new PaidTrial("sync");
    }

    static PaidTrial inTheQueue() {
        return new PaidTrial("queue");
    }

    static Provider provider(String url, String mode) {
        Map<String, String> settings = Map.of("url", url, "mode", mode, "max-candidates", "3", "key", "k-very-secret");
        return new PaidProviderFactory().create(ProviderSettings.of("paid", settings), Fixtures.noResults());
    }

    PaidServer server() {
        return server;
    }

    BillingLedger billing() {
        return server.billing();
    }

    Provider provider() {
        return provider;
    }

    ImageEditor editor() {
        return provider.editor().orElseThrow();
    }

    MadeImages edit(CallContext context) {
        return edit(editor(), context);
    }

    /** On another thread. */
    CompletableFuture<MadeImages> beginEdit(CallContext context) {
        return CompletableFuture.supplyAsync(() -> edit(context));
    }

    static MadeImages edit(ImageEditor editor, CallContext context) {
        return editor.edit(request(), context);
    }

    static ImageEditor.Request request() {
        return new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction(PROMPT),
                Brief.EMPTY,
                EditorPictures.png(EditorPictures.colorful()),
                EditorPictures.SIZE,
                List.of(),
                null,
                null,
                Knobs.DEFAULT,
                null);
    }

    @Override
    public void close() {
        server.close();
    }
}
