package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.LoopRules;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.RunBatch;
import java.util.List;

final class PlanBatchHandler implements PlanBatch {
    private final Casting casting;
    private final Pricing pricing;
    private final Pictures pictures;
    private final Mint mint;

    PlanBatchHandler(Casting casting, Pricing pricing, Pictures pictures, Mint mint) {
        this.casting = casting;
        this.pricing = pricing;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public Plan handle(RunBatch.Command command) {
        pictures.requireReadable(command.size());
        Batch batch = RunBatchHandler.batch(command, mint);
        RunBatchHandler.requireDifferent(command.items());
        new ModelCheck(casting, pricing).require(batch, command.items());
        Casting.Critic critic =
                casting.critic(pricing.cast(batch, command.items().get(0)).provider());
        Casting.Writer writer = casting.loopWriter();
        List<Planned> prompts = command.items().stream()
                .map(item -> planned(batch, item, critic, writer))
                .toList();
        Cost estimate = prompts.stream().map(Planned::estimate).reduce(Cost.free(), Cost::plus);
        return new Plan(critic.name(), writer.name(), prompts, estimate);
    }

    private Planned planned(Batch batch, Item item, Casting.Critic critic, Casting.Writer writer) {
        Cast cast = pricing.cast(batch, item);
        ModelFamily family = pricing.family(batch, item);
        String prompt = family.prompt(item.scene());
        LoopRules rules = batch.rules();
        int images = rules.variants() * rules.maxIterations();
        Cost estimate = times(rules.maxIterations(), pricing.generation(batch, item, prompt))
                .plus(times(judgements(images), critic.role().estimate()))
                .plus(times(rules.maxIterations(), writer.role().estimate()));
        return new Planned(
                item.id(),
                cast.provider(),
                pricing.model(cast, batch, prompt),
                family.label(),
                prompt,
                images,
                estimate);
    }

    /** One of each image; and each one but the first may be compared with the best before it, in both orders. */
    private static int judgements(int images) {
        return images + 2 * (images - 1);
    }

    private static Cost times(int count, Cost cost) {
        return cost.microUsd().isEmpty() || count == 0
                ? Cost.unknown()
                : new Cost.Known(Math.multiplyExact(count, cost.microUsd().getAsLong()), cost.basis());
    }
}
