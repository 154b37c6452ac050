package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.MediaType;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Codecs with a room and a memory of their own, so that tests do not wait for each other. */
final class TestCodecs {
    static final long AMPLE = 512 << 20;

    private TestCodecs() {}

    static Set<IntakeRule> allBut(IntakeRule... left) {
        EnumSet<IntakeRule> rules = EnumSet.allOf(IntakeRule.class);
        rules.removeAll(Arrays.asList(left));
        return rules;
    }

    static IntakeLimits within(Duration timeout) {
        return new IntakeLimits(25_000_000, 50_000_000, 16_384, timeout);
    }

    static ImageCodec enforcing(Set<IntakeRule> rules, IntakeLimits limits) {
        return of(new Bounds(limits, rules, new MemoryBudget(AMPLE)), ImageIoCodec::readerOf);
    }

    static ImageCodec reading(FormatReader reader) {
        return of(new Bounds(IntakeLimits.DEFAULT, allBut(), new MemoryBudget(AMPLE)), type -> reader);
    }

    static ImageCodec of(Bounds bounds, Function<MediaType, FormatReader> readers) {
        return new ImageIoCodec(bounds, new ReadingRoom(2), readers);
    }
}
