package dev.pentimento.domain.loop;

import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.prompt.RefinedPrompt;
import java.util.function.Function;

/** What a critic or a writer replied to a question that was asked by hand, kept so that nobody pays for it twice. */
public sealed interface Reply {

    /** One function per kind. */
    <T> T match(Function<Judged, T> judged, Function<Mended, T> mended, Function<Written, T> written);

    /** On an image. */
    record Judged(Evaluation evaluation) implements Reply {
        @Override
        public <T> T match(Function<Judged, T> judged, Function<Mended, T> mended, Function<Written, T> written) {
            return judged.apply(this);
        }
    }

    /** On what an image lacks. */
    record Mended(RefinedPrompt prompt) implements Reply {
        @Override
        public <T> T match(Function<Judged, T> judged, Function<Mended, T> mended, Function<Written, T> written) {
            return mended.apply(this);
        }
    }

    /** On a scene without a prompt. */
    record Written(String prompt) implements Reply {
        @Override
        public <T> T match(Function<Judged, T> judged, Function<Mended, T> mended, Function<Written, T> written) {
            return written.apply(this);
        }
    }
}
