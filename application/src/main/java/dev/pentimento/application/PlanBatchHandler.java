package dev.pentimento.application;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.loop.Batch;
import dev.pentimento.domain.loop.Item;
import dev.pentimento.domain.loop.Run;
import dev.pentimento.domain.prompt.ModelFamily;
import dev.pentimento.ports.in.PlanBatch;
import dev.pentimento.ports.in.RunBatch;
import dev.pentimento.ports.out.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class PlanBatchHandler implements PlanBatch {
    private static final int WHITE = 0xffffffff;

    private final Records records;
    private final Casting casting;
    private final Pricing pricing;
    private final Pictures pictures;
    private final Mint mint;

    PlanBatchHandler(Records records, Casting casting, Pricing pricing, Pictures pictures, Mint mint) {
        this.records = records;
        this.casting = casting;
        this.pricing = pricing;
        this.pictures = pictures;
        this.mint = mint;
    }

    @Override
    public Plan handle(RunBatch.Command command) {
        RunBatchHandler.requireDifferent(command.items());
        Batch batch = command.resumed() == null
                ? RunBatchHandler.checked(command, pictures, new ModelCheck(casting, pricing), mint)
                : Batches.resumed(records, command);
        Casting.Critic critic =
                casting.critic(pricing.cast(batch, command.items().get(0)).provider());
        Casting.Writer writer = casting.loopWriter();
        List<Open> open = open(batch, command.items());
        Cost edit = edit(batch, open);
        List<Planned> prompts = open.stream()
                .map(item -> planned(batch, item, edit, critic, writer))
                .toList();
        Cost estimate = prompts.stream().map(Planned::estimate).reduce(Cost.estimated(0), Cost::plus);
        return new Plan(critic.name(), writer.name(), prompts, command.items().size() - prompts.size(), estimate);
    }

    /** A prompt that has not come to its end. */
    private record Open(Item item, RoundsLeft rounds, ModelFamily family) {
        String prompt() {
            return family.prompt(item.scene());
        }
    }

    private List<Open> open(Batch batch, List<Item> items) {
        Map<String, Run> runs = records.read(reader -> Batches.runs(reader, batch.id()));
        return items.stream()
                .map(item ->
                        new Open(item, RoundsLeft.of(batch.rules(), runs.get(item.id())), pricing.family(batch, item)))
                .filter(open -> !open.rounds().isNone())
                .toList();
    }

    /** Of the longest prompt, in each round in which one may be edited. */
    private Cost edit(Batch batch, List<Open> open) {
        Optional<String> longest = open.stream()
                .filter(item -> item.rounds().mayEdit())
                .map(Open::prompt)
                .max(Comparator.comparingInt(String::length));
        return longest.map(prompt -> pricing.edit(batch, prompt, blank(batch))).orElse(Cost.free());
    }

    private EncodedImage blank(Batch batch) {
        return pictures.png(Raster.generate(batch.size(), (x, y) -> WHITE));
    }

    private Planned planned(Batch batch, Open open, Cost edit, Casting.Critic critic, Casting.Writer writer) {
        Cast cast = pricing.cast(batch, open.item());
        Ceiling ceiling = new Ceiling(
                pricing.generation(batch, open.item(), open.prompt()),
                edit,
                critic.role().estimate(),
                writer.role().estimate());
        return new Planned(
                open.item().id(),
                cast.provider(),
                pricing.model(cast, batch, open.prompt()),
                open.family().label(),
                open.prompt(),
                open.rounds().left() * batch.rules().variants(),
                ceiling.of(open.rounds(), batch.rules().variants()));
    }
}
