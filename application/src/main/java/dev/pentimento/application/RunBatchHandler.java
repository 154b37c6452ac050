package dev.pentimento.application;

import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.loop.StopReason;
import dev.pentimento.domain.submission.Creation;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.RecordWriter;
import dev.pentimento.ports.out.Records;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

final class RunBatchHandler implements RunBatch {
    /** A run that ended so goes on when its batch is resumed. */
    static final Set<StopReason> RESUMABLE = EnumSet.of(StopReason.CANCELED, StopReason.FAILED, StopReason.BUDGET);

    private final Journal journal;
    private final RunLoop loop;
    private final Casting casting;
    private final Pricing pricing;
    private final Pictures pictures;
    private final BatchesInHand inHand;
    private final Executor executor;
    private final Policies policies;
    private final Mint mint;

    RunBatchHandler(
            Journal journal,
            RunLoop loop,
            Casting casting,
            Pricing pricing,
            Pictures pictures,
            BatchesInHand inHand,
            Executor executor,
            Policies policies,
            Mint mint) {
        this.journal = journal;
        this.loop = loop;
        this.casting = casting;
        this.pricing = pricing;
        this.pictures = pictures;
        this.inHand = inHand;
        this.executor = executor;
        this.policies = policies;
        this.mint = mint;
    }

    @Override
    public Outcome handle(Command command) {
        return records().read(reader -> before(reader, command)).orElseGet(() -> begin(command));
    }

    private static Keyed keyed(Command command) {
        return new Keyed(command.owner(), command.key());
    }

    private static Optional<Outcome> before(RecordReader reader, Command command) {
        return RecallBatchHandler.before(reader, keyed(command));
    }

    private Outcome begin(Command command) {
        requireDifferent(command.items());
        Batch batch = command.resumed() == null
                ? checked(command, pictures, new ModelCheck(casting, pricing), mint)
                : found(command);
        command.items().forEach(item -> pricing.cast(batch, item));
        Cast first = pricing.cast(batch, command.items().get(0));
        Casting.Critic critic = casting.critic(first.provider());
        Casting.Writer writer = casting.loopWriter();
        try (BatchHold hold = new BatchHold(records(), batch.id(), policies.lease(), mint)) {
            if (!hold.take()) {
                return new AlreadyRunning(batch.id(), mint.now().plus(policies.lease()));
            }
            return inHand.during(
                    batch.id(), hold.halt(), () -> run(command, batch.heldBy(hold.holder()), hold, critic, writer));
        }
    }

    static void requireDifferent(List<Item> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A batch needs at least one prompt");
        }
        Set<String> seen = new HashSet<>();
        items.stream().filter(item -> !seen.add(item.id())).findFirst().ifPresent(item -> {
            throw new IllegalArgumentException("Two prompts have the id '%s'".formatted(item.id()));
        });
    }

    private static Batch batch(Command command, Mint mint) {
        return new Batch(
                mint.batchId(),
                command.owner(),
                command.rules(),
                command.size(),
                command.seed(),
                command.generator(),
                command.budget(),
                false,
                null,
                mint.now());
    }

    /** A new one. What can be known to be wrong is told before anything is begun; what goes on was checked when it began. */
    static Batch checked(Command command, Pictures pictures, ModelCheck models, Mint mint) {
        pictures.requireReadable(command.size());
        Batch batch = batch(command, mint);
        models.require(batch, command.items());
        return batch;
    }

    private Batch found(Command command) {
        return Batches.resumed(records(), command).goOn(command.budget());
    }

    private Records records() {
        return journal.records();
    }

    private Outcome run(Command command, Batch batch, BatchHold hold, Casting.Critic critic, Casting.Writer writer) {
        Optional<List<Run>> recorded = recorded(command, batch);
        if (recorded.isEmpty()) {
            return records().read(reader -> before(reader, command)).orElseThrow();
        }
        List<Run> runs = recorded.get();
        hold.keep();
        Panel panel = new Panel(critic, writer, new Purse(batch.budget(), spent(runs)));
        List<RunBook> books = runs.stream()
                .map(run -> new RunBook(batch, run, journal, hold, mint))
                .toList();
        command.listener()
                .accept(new Begun(batch, runs, books.stream().map(RunBook::cost).toList()));
        books.stream()
                .filter(book -> book.run().isOver())
                .forEach(book -> new Telling(book, command.listener()).over());
        work(command, panel, books.stream().filter(book -> !book.run().isOver()).toList());
        return new Ended(batch, books.stream().map(RunBook::run).toList());
    }

    /** As many threads as prompts are worked on at the same time; each takes the next prompt when it is done with one. */
    private void work(Command command, Panel panel, List<RunBook> books) {
        ConcurrentLinkedQueue<RunBook> waiting = new ConcurrentLinkedQueue<>(books);
        List<CompletableFuture<Void>> workers = IntStream.range(0, Math.min(command.atOnce(), books.size()))
                .mapToObj(i -> CompletableFuture.runAsync(() -> work(command, panel, waiting), executor))
                .toList();
        workers.forEach(CompletableFuture::join);
    }

    private void work(Command command, Panel panel, ConcurrentLinkedQueue<RunBook> waiting) {
        for (RunBook book = waiting.poll(); book != null; book = waiting.poll()) {
            loop.drive(book, panel, command.listener());
        }
    }

    /** Records what is not recorded yet, in the order of the prompts; empty, and nothing is, if the key was used meanwhile. */
    private Optional<List<Run>> recorded(Command command, Batch batch) {
        return records()
                .write(writer -> before(writer, command).isPresent()
                        ? Optional.empty()
                        : Optional.of(recorded(writer, command, batch)));
    }

    private List<Run> recorded(RecordWriter writer, Command command, Batch batch) {
        if (writer.batch(batch.id()).isEmpty()) {
            writer.add(batch);
        } else {
            writer.replace(batch);
        }
        keyed(command).keep(writer, new Creation.OfBatch(batch.id()));
        Map<String, Run> known = Batches.runs(writer, batch.id());
        return command.items().stream()
                .map(item -> recorded(writer, batch, item, known))
                .toList();
    }

    private Run recorded(RecordWriter writer, Batch batch, Item item, Map<String, Run> known) {
        Run before = known.get(item.id());
        if (before == null) {
            Run run = Run.of(batch.id(), item, mint.now());
            writer.add(run);
            return run;
        }
        if (!before.item().equals(item)) {
            throw new IllegalArgumentException(
                    "Prompt '%s' is not what it was when the batch began; give it another id, or begin a new batch"
                            .formatted(item.id()));
        }
        Run.Ending ending = before.ending();
        if (ending == null || !RESUMABLE.contains(ending.reason())) {
            return before;
        }
        Run resumed = before.resumed();
        writer.replace(before, resumed);
        return resumed;
    }

    private long spent(List<Run> runs) {
        return records()
                .read(reader -> runs.stream()
                        .flatMap(run -> RunBook.calls(reader, run).stream())
                        .mapToLong(ProviderCall::booked)
                        .sum());
    }
}
