package dev.pentimento.application;

import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.domain.submission.SubmissionKey;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A submission that its user may send again. Its key is looked up before any effort is made, and once more in the transaction that keeps what it
 * makes: there the key is kept as well, so that neither is ever there without the other.
 *
 * @param key null = each submission counts
 */
record Keyed(UserId owner, @Nullable SubmissionKey key) {

    /**
     * How a submission is answered that arrived before; empty if this one is the first.
     *
     * @param again answers by what was made then; empty if that is nothing that this kind of submission makes
     * @param taken answers where the key stands for another request
     */
    <T> Optional<T> before(RecordReader reader, Function<Creation, Optional<T>> again, Function<String, T> taken) {
        return key == null
                ? Optional.empty()
                : reader.submitted(owner, key.key())
                        .map(known -> Optional.of(known)
                                .filter(same -> same.isAskedForBy(key))
                                .flatMap(same -> again.apply(same.made()))
                                .orElseGet(() -> taken.apply(key.key())));
    }

    /** Part of the transaction that keeps what was made. */
    void keep(RecordWriter writer, Creation made) {
        if (key != null) {
            writer.keep(owner, key, made);
        }
    }
}
