package dev.pentimento.adapters.persistence;

import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.prompt.RefinedPrompt;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How what was replied to a question is stored: in place of the provider's own answer, as it was understood. */
final class StoredReply {
    private StoredReply() {}

    static byte[] write(Reply reply) {
        return document(reply).toString().getBytes(StandardCharsets.UTF_8);
    }

    static Reply read(byte[] bytes) {
        Document reply = Document.parse(new String(bytes, StandardCharsets.UTF_8));
        return switch (reply.type()) {
            case "judged" -> new Reply.Judged(StoredEvaluation.read(reply.document("evaluation")));
            case "mended" -> new Reply.Mended(mended(reply));
            case "written" -> new Reply.Written(reply.text("prompt"));
            default -> throw reply.unknown("reply");
        };
    }

    private static Document document(Reply reply) {
        return reply.match(
                judged -> Document.ofType("judged").with("evaluation", StoredEvaluation.write(judged.evaluation())),
                mended -> document(mended.prompt()),
                written -> Document.ofType("written").with("prompt", written.prompt()));
    }

    private static Document document(RefinedPrompt prompt) {
        return Document.ofType("mended")
                .with("text", prompt.text())
                .with("changes", prompt.changes())
                .with("strategy", prompt.strategy().name().toLowerCase(Locale.ROOT));
    }

    private static RefinedPrompt mended(Document reply) {
        return new RefinedPrompt(
                reply.text("text"),
                reply.texts("changes"),
                RefinedPrompt.Strategy.valueOf(reply.text("strategy").toUpperCase(Locale.ROOT)));
    }
}
