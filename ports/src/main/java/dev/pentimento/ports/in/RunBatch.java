package dev.pentimento.ports.in;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.submission.SubmissionKey;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes prompts through the loop: makes images of each, has them judged, and makes them better until a rule says stop. Returns when every prompt has
 * come to its end. Whatever is done is recorded step by step, so that a batch goes on after any interruption, and no step is paid twice.
 */
public interface RunBatch {

    /**
     * @throws dev.pentimento.ports.failure.PentimentoException if nobody can make, judge or describe images as it is configured; nothing is kept then
     * @throws IllegalArgumentException if two prompts have one id
     */
    Outcome handle(Command command);

    /**
     * What to do.
     *
     * @param resumed the batch to go on with; null = a new one. Its own size, seed, generator and rules stay as they are
     * @param items for a batch that goes on, those that are not recorded yet are added
     * @param size of each original in px
     * @param seed fixes chance, where the generator can; null = its default
     * @param generator who makes the images
     * @param budget what all together may cost in micro-USD, with what was spent before; empty = as the configuration says
     * @param atOnce how many prompts are worked on at the same time, at least 1
     * @param key marks a submission that may arrive twice; null = each one counts
     * @param listener told of everything that happens, on several threads, but of one prompt on one thread at a time
     */
    record Command(
            UserId owner,
            @Nullable BatchId resumed,
            List<Item> items,
            LoopRules rules,
            ImageSize size,
            @Nullable Long seed,
            ProviderChoice generator,
            OptionalLong budget,
            int atOnce,
            @Nullable SubmissionKey key,
            Consumer<News> listener) {
        public Command {
            items = List.copyOf(items);
            if (atOnce < 1) {
                throw new IllegalArgumentException("At least 1 prompt is worked on at a time, not " + atOnce);
            }
        }

        /** Without a key. */
        public Command(
                UserId owner,
                @Nullable BatchId resumed,
                List<Item> items,
                LoopRules rules,
                ImageSize size,
                @Nullable Long seed,
                ProviderChoice generator,
                OptionalLong budget,
                int atOnce,
                Consumer<News> listener) {
            this(owner, resumed, items, rules, size, seed, generator, budget, atOnce, null, listener);
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        <T> T match(
                Function<Ended, T> ended,
                Function<AlreadyRunning, T> running,
                Function<Replayed, T> replayed,
                Function<KeyTaken, T> taken);

        /**
         * As {@link #match(Function, Function, Function, Function)} of a command without a key.
         *
         * @throws IllegalStateException if it had one, and was not carried out for it
         */
        default <T> T match(Function<Ended, T> ended, Function<AlreadyRunning, T> running) {
            return match(
                    ended,
                    running,
                    replayed -> {
                        throw new IllegalStateException("This batch was begun before: " + this);
                    },
                    taken -> {
                        throw new IllegalStateException("This key stands for another request: " + this);
                    });
        }
    }

    /**
     * Every prompt has come to its end.
     *
     * @param runs in the order of the prompts
     */
    record Ended(Batch batch, List<Run> runs) implements Outcome {
        public Ended {
            runs = List.copyOf(runs);
        }

        @Override
        public <T> T match(
                Function<Ended, T> ended,
                Function<AlreadyRunning, T> running,
                Function<Replayed, T> replayed,
                Function<KeyTaken, T> taken) {
            return ended.apply(this);
        }
    }

    /**
     * Another process has it in hand; nothing was done.
     *
     * @param until when it can be taken over at the earliest, if that process is gone
     */
    record AlreadyRunning(BatchId batch, Instant until) implements Outcome {
        @Override
        public <T> T match(
                Function<Ended, T> ended,
                Function<AlreadyRunning, T> running,
                Function<Replayed, T> replayed,
                Function<KeyTaken, T> taken) {
            return running.apply(this);
        }
    }

    /** The key of the command stands for this batch already, wherever it is by now; nothing was done. */
    record Replayed(BatchId batch) implements Outcome {
        @Override
        public <T> T match(
                Function<Ended, T> ended,
                Function<AlreadyRunning, T> running,
                Function<Replayed, T> replayed,
                Function<KeyTaken, T> taken) {
            return replayed.apply(this);
        }
    }

    /** The key of the command stands for another request; nothing was done. */
    record KeyTaken(String key) implements Outcome {
        @Override
        public <T> T match(
                Function<Ended, T> ended,
                Function<AlreadyRunning, T> running,
                Function<Replayed, T> replayed,
                Function<KeyTaken, T> taken) {
            return taken.apply(this);
        }
    }

    /** Something that happened. */
    sealed interface News {
        <T> T match(
                Function<Begun, T> begun,
                Function<Stepped, T> stepped,
                Function<Selected, T> selected,
                Function<Over, T> over);
    }

    /**
     * The batch is recorded, and its first prompt will be begun; told before everything else.
     *
     * @param costs what each of the runs has cost before, in their order
     */
    record Begun(Batch batch, List<Run> runs, List<Cost> costs) implements News {
        public Begun {
            runs = List.copyOf(runs);
            costs = List.copyOf(costs);
        }

        @Override
        public <T> T match(
                Function<Begun, T> begun,
                Function<Stepped, T> stepped,
                Function<Selected, T> selected,
                Function<Over, T> over) {
            return begun.apply(this);
        }
    }

    /**
     * A step of a run begins.
     *
     * @param iteration from 1
     * @param share how much of the run is behind it if it goes on to the last iteration, 0..1
     */
    record Stepped(Run run, Step step, int iteration, double share, Cost cost) implements News {
        @Override
        public <T> T match(
                Function<Begun, T> begun,
                Function<Stepped, T> stepped,
                Function<Selected, T> selected,
                Function<Over, T> over) {
            return stepped.apply(this);
        }
    }

    /** The images of an iteration are judged, and the best so far is known. */
    record Selected(Run run, int iteration, Cost cost) implements News {
        @Override
        public <T> T match(
                Function<Begun, T> begun,
                Function<Stepped, T> stepped,
                Function<Selected, T> selected,
                Function<Over, T> over) {
            return selected.apply(this);
        }
    }

    /** A run has come to its end. */
    record Over(Run run, Cost cost) implements News {
        @Override
        public <T> T match(
                Function<Begun, T> begun,
                Function<Stepped, T> stepped,
                Function<Selected, T> selected,
                Function<Over, T> over) {
            return over.apply(this);
        }
    }

    /** What is done to one prompt. */
    enum Step {
        /** Images are made. */
        GENERATE,
        /** The checklist is written. */
        ASK,
        /** Images are judged. */
        JUDGE,
        /** Images are compared. */
        COMPARE,
        /** The next prompt is written. */
        REFINE
    }
}
