package dev.pentimento.adapters.falgemini.gemini;

import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.cost.PriceUnit;
import dev.pentimento.domain.cost.Usage;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.MadeImages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Pictures that are made one after the other, and what they cost together. */
final class Series {
    private final List<MadeImages> made = new ArrayList<>();
    private Cost lost = Cost.free();

    Series(MadeImages first) {
        made.add(first);
    }

    /** Whether one more was made; what a failed one may have cost is not forgotten. Cancelling ends everything. */
    boolean add(Supplier<MadeImages> next) {
        try {
            return made.add(next.get());
        } catch (ProviderFailure.Canceled e) {
            throw e;
        } catch (ProviderFailure.Unintelligible e) {
            lost = lost.plus(e.cost());
        } catch (ProviderFailure.OutcomeUnknown e) {
            lost = Cost.unknown();
        } catch (ProviderFailure free) {
            return false;
        }
        return false;
    }

    MadeImages all() {
        return new MadeImages(
                made.stream().flatMap(part -> part.images().stream()).toList(), report());
    }

    private ProviderReport report() {
        ProviderReport first = made.get(0).report();
        return new ProviderReport(
                first.provider(),
                first.model(),
                first.promptSent(),
                first.notUnderstood(),
                made.stream().map(part -> part.report().cost()).reduce(lost, Cost::plus),
                usage(),
                first.requestId(),
                first.byTrainedModel());
    }

    private Usage usage() {
        Map<PriceUnit, Long> sum = new EnumMap<>(PriceUnit.class);
        made.forEach(
                part -> part.report().usage().amounts().forEach((unit, amount) -> sum.merge(unit, amount, Long::sum)));
        return new Usage(sum);
    }
}
