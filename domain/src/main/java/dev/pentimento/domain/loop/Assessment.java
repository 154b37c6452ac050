package dev.pentimento.domain.loop;

import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.evaluation.Score;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.job.FailureCode;
import java.util.Optional;
import java.util.function.Function;

/** What became of judging one image. */
public sealed interface Assessment {

    VersionId version();

    <T> T match(Function<Judged, T> judged, Function<Unjudged, T> unjudged);

    default Optional<Judged> judged() {
        return match(Optional::of, unjudged -> Optional.empty());
    }

    /**
     * A critic said what is to be seen.
     *
     * @param critic the provider that judged
     */
    record Judged(VersionId version, Evaluation evaluation, Score score, String critic) implements Assessment {
        @Override
        public <T> T match(Function<Judged, T> judged, Function<Unjudged, T> unjudged) {
            return judged.apply(this);
        }
    }

    /**
     * No critic's answer could be had or read. That says nothing of the image, and is never a score.
     *
     * @param message what happened, for people
     */
    record Unjudged(VersionId version, FailureCode code, String message) implements Assessment {
        @Override
        public <T> T match(Function<Judged, T> judged, Function<Unjudged, T> unjudged) {
            return unjudged.apply(this);
        }
    }
}
