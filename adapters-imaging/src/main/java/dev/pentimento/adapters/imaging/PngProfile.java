package dev.pentimento.adapters.imaging;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of an iCCP chunk: a name, a zero, the compression method 0, and the profile deflated. */
final class PngProfile {
    private static final int MAX_NAME = 79;

    /** Deflate cannot pack tighter than this. */
    private static final long MAX_COMPRESSION = 1032;

    private PngProfile() {}

    /** Empty if the chunk is broken, which is no damage to the pixels. */
    static Optional<IccProfile> of(ByteView chunk, Gate gate) {
        int name = 0;
        while (name <= MAX_NAME && name < chunk.length() && chunk.u8(name) != 0) {
            name++;
        }
        if (name > MAX_NAME || name + 2 > chunk.length()) {
            return Optional.empty();
        }
        return inflate(chunk.from(name + 2), gate).flatMap(profile -> IccProfile.of(profile, gate));
    }

    private static Optional<byte[]> inflate(ByteView deflated, Gate gate) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated.buffer());
            long longest = MAX_COMPRESSION * deflated.length();
            byte[] profile = new byte[(int) Math.min(longest, IccProfile.longest(gate) + 1L)];
            int length = inflater.inflate(profile);
            IccProfile.checkLength(length, gate);
            return inflater.finished() ? Optional.of(Arrays.copyOf(profile, length)) : Optional.empty();
        } catch (DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
