package dev.pentimento.domain.loop;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderChoice;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Prompts that go through the loop together.
 *
 * @param size of each original in px
 * @param seed fixes chance, where the generator can; null = its default
 * @param generator who makes the images
 * @param budget what all of it together may cost in micro-USD; empty = there is no limit but those of the configuration
 * @param calledOff whether nothing new is to be begun
 * @param holder who has it in hand, or had it last: nobody else may change its runs; null = nobody ever had
 */
public record Batch(
        BatchId id,
        UserId owner,
        LoopRules rules,
        ImageSize size,
        @Nullable Long seed,
        ProviderChoice generator,
        OptionalLong budget,
        boolean calledOff,
        @Nullable String holder,
        Instant createdAt) {

    /** The same, of which nothing new is begun. */
    public Batch callOff() {
        return new Batch(id, owner, rules, size, seed, generator, budget, true, holder, createdAt);
    }

    /** The same, going on; within another budget if one is given. */
    public Batch goOn(OptionalLong other) {
        OptionalLong next = other.isPresent() ? other : budget;
        return new Batch(id, owner, rules, size, seed, generator, next, false, holder, createdAt);
    }

    /** The same in another hand. */
    public Batch heldBy(String other) {
        return new Batch(id, owner, rules, size, seed, generator, budget, calledOff, other, createdAt);
    }

    public boolean isHeldBy(String somebody) {
        return somebody.equals(holder);
    }
}
