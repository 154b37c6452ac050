package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.failure.ProviderFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans an edit by a prompt that tells apart what to change and what the picture shows: only the orders count. */
final class Retouch {
    /** The share of a colour from which it is seen already. */
    private static final double SEEN = 0.03;
    /** The share of a colour from which it can give way to another. */
    private static final double ENOUGH = 0.03;
    /** Greys give way last. */
    private static final float FAINT = 0.05f;

    private static final double AMOUNT = 0.8;

    private final Orders orders;
    private final ColorShares shares;

    private Retouch(Orders orders, Raster base) {
        this.orders = orders;
        LabImage whole = LabImage.of(base);
        this.shares = ColorShares.of(Resampling.reduced(whole, Measures.factor(whole.width, whole.height)));
    }

    static Plan plan(Orders orders, Raster base) {
        List<Step> steps = new ArrayList<>(new Retouch(orders, base).colors());
        steps.addAll(orders.tuning().steps());
        if (steps.isEmpty()) {
            throw new ProviderFailure.InvalidRequest(
                    "The local engine was told what the picture shows, and nothing that it could change in it; begin with an order such as: Make it brighter.");
        }
        return new Plan(steps, List.of(), List.of(), List.of(), false, false, List.of());
    }

    /** Each colour that is missed takes the place of the rarest that is seen well and not asked for: that of a thing rather than of the ground. */
    private List<Step> colors() {
        List<ColorName> taken = new ArrayList<>(orders.colors());
        List<Step> steps = new ArrayList<>();
        for (ColorName missed : orders.colors()) {
            if (shares.of(missed) >= SEEN) {
                continue;
            }
            WantedColor wanted = WantedColor.plain(missed);
            Optional<ColorName> giving = givingWay(taken);
            giving.ifPresent(taken::add);
            steps.add(
                    giving.map(from -> Step.recolor(from, wanted, AMOUNT)).orElseGet(() -> Step.tint(wanted, AMOUNT)));
        }
        return steps;
    }

    private Optional<ColorName> givingWay(List<ColorName> taken) {
        return Arrays.stream(ColorName.values())
                .filter(color -> !taken.contains(color) && shares.of(color) >= ENOUGH)
                .filter(color -> taken.stream().noneMatch(other -> isShadeOf(color, other)))
                .min(Comparator.comparing((ColorName color) -> color.shade().chroma() < FAINT)
                        .thenComparingDouble(shares::of));
    }

    /** Whether changing one would change the other: navy is blue too. */
    private static boolean isShadeOf(ColorName one, ColorName other) {
        return one.shade().colorDistance(other.shade()) < 0.09f && one.shade().chroma() > 0.02f;
    }
}
