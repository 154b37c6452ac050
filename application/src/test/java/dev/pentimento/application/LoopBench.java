package dev.pentimento.application;

import dev.pentimento.domain.identity.BatchId;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.job.ProviderChoice;
import dev.pentimento.domain.ledger.ProviderCall;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.Scene;
import dev.pentimento.ports.in.CancelBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.in.RunBatch.News;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The loop on in-memory stores, with scripted providers. */
final class LoopBench implements AutoCloseable {
    static final Scene FOX = new Scene("Fox", "a fox in the snow", "calm", "a red fox");
    static final Item ITEM = new Item("fox", FOX, null);

    final LoopTroupe troupe;
    final TestWorkshop shop;
    final ScriptedProvider maker;
    final ScriptedCritic critic;
    final BlockingQueue<News> news = new LinkedBlockingQueue<>();

    LoopBench() {
        this(policies -> policies);
    }

    /** @param change makes the policies of this bench of the usual ones */
    LoopBench(UnaryOperator<Policies> change) {
        this.troupe = new LoopTroupe();
        this.shop = new TestWorkshop(change, troupe);
        this.maker = troupe.maker;
        this.critic = troupe.critic;
        maker.generates(
                shop.png(TestWorkshop.filled(0xff000001)),
                shop.png(TestWorkshop.filled(0xff000002)),
                shop.png(TestWorkshop.filled(0xff000003)),
                shop.png(TestWorkshop.filled(0xff000004)));
    }

    RunBatch.Command command(LoopRules rules, Item... items) {
        return command(null, rules, OptionalLong.empty(), items);
    }

    RunBatch.Command command(@Nullable BatchId resumed, LoopRules rules, OptionalLong budget, Item... items) {
        return new RunBatch.Command(
                UserId.LOCAL,
                resumed,
                List.of(items),
                rules,
                TestWorkshop.SIZE,
                null,
                ProviderChoice.ANY,
                budget,
                4,
                news::add);
    }

    RunBatch.Ended run(RunBatch.Command command) {
        return (RunBatch.Ended) shop.useCases.runBatch().handle(command);
    }

    /** The run of the one prompt. */
    Run run(LoopRules rules) {
        return run(command(rules, ITEM)).runs().get(0);
    }

    Run resume(Run run) {
        return run(command(run.batch(), LoopRules.DEFAULT, OptionalLong.empty(), run.item()))
                .runs()
                .get(0);
    }

    /** The newest batch. */
    void callOff() {
        BatchId newest =
                shop.records.read(reader -> reader.batches(UserId.LOCAL).get(0).id());
        shop.useCases.cancelBatch().handle(new CancelBatch.Command(UserId.LOCAL, newest));
    }

    static LoopRules iterations(int most) {
        return new LoopRules(1, most, 0.85);
    }

    static LoopRules variants(int each) {
        return new LoopRules(each, 1, 0.85);
    }

    List<ProviderCall> calls() {
        return shop.records.read(reader -> reader.calls(UserId.LOCAL));
    }

    /** What the run cost its owner so far, call by call, in the order of planning. */
    List<Integer> parts() {
        return calls().stream().map(ProviderCall::part).toList();
    }

    @Override
    public void close() {
        shop.close();
    }
}
