package dev.pentimento.testkit;

import dev.pentimento.testkit.FileAnatomy.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes broken files out of sound ones, the same ones for the same seed. */
public final class Mutator {
    /** What length checks and arithmetic are weak about. */
    private static final int[] NOTORIOUS = {0, 1, 2, -1, 0x7fff_ffff, 0x8000_0000, 0xffff, 0x8000, 0x4000, 255, 128};

    private static final int MOST_CHANGES = 4;

    private final List<byte[]> soundFiles;

    public Mutator(List<byte[]> soundFiles) {
        this.soundFiles = List.copyOf(soundFiles);
    }

    /** Mutant {@code number} of the series that begins with {@code seed}. */
    public byte[] mutant(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        byte[] mutant = soundFiles.get(number % soundFiles.size());
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            mutant = changed(mutant, random);
        }
        return random.nextInt(4) == 0 ? mutant : FileAnatomy.repaired(mutant);
    }

    private byte[] changed(byte[] file, Random random) {
        if (file.length < 16) {
            return file;
        }
        return switch (random.nextInt(11)) {
            case 0 -> withOtherByte(file, random, (byte) (1 << random.nextInt(8)));
            case 1 -> withOtherByte(file, random, (byte) random.nextInt());
            case 2 -> Arrays.copyOf(file, 13 + random.nextInt(file.length - 13));
            case 3 -> spliced(file, another(random), random);
            case 4 -> withPart(file, file, random);
            case 5 -> withPart(file, another(random), random);
            case 6 -> withoutPart(file, random);
            case 7 -> withShuffledBytes(file, random);
            case 8 -> withOtherRows(file, random);
            default -> withOtherNumber(file, random);
        };
    }

    private byte[] another(Random random) {
        return soundFiles.get(random.nextInt(soundFiles.size()));
    }

    private static byte[] withOtherByte(byte[] file, Random random, byte difference) {
        byte[] result = file.clone();
        result[random.nextInt(file.length)] ^= difference;
        return result;
    }

    private static byte[] spliced(byte[] head, byte[] tail, Random random) {
        return ByteStrings.join(
                Arrays.copyOf(head, 13 + random.nextInt(head.length - 13)),
                Arrays.copyOfRange(tail, random.nextInt(tail.length), tail.length));
    }

    /** A part of {@code donor} put in where one of {@code file} begins. */
    private static byte[] withPart(byte[] file, byte[] donor, Random random) {
        Range place = any(FileAnatomy.of(file).parts(), random);
        Range part = any(FileAnatomy.of(donor).parts(), random);
        return ByteStrings.insert(file, place.from(), Arrays.copyOfRange(donor, part.from(), part.to()));
    }

    private static byte[] withoutPart(byte[] file, Random random) {
        Range part = any(FileAnatomy.of(file).parts(), random);
        return ByteStrings.join(Arrays.copyOf(file, part.from()), Arrays.copyOfRange(file, part.to(), file.length));
    }

    private static byte[] withShuffledBytes(byte[] file, Random random) {
        byte[] result = file.clone();
        int from = random.nextInt(file.length);
        int to = Math.min(file.length, from + 1 + random.nextInt(32));
        byte[] noise = new byte[to - from];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, result, from, noise.length);
        return result;
    }

    /** What readers see only behind the packing, which does not survive other changes. */
    private static byte[] withOtherRows(byte[] file, Random random) {
        boolean isPng = FileAnatomy.of(file).isPng();
        return isPng ? PngFile.withRowsChanged(file, rows -> withShuffledBytes(rows, random)) : file;
    }

    private static byte[] withOtherNumber(byte[] file, Random random) {
        Range number = any(FileAnatomy.of(file).numbers(), random);
        int value = random.nextInt(3) == 0 ? random.nextInt(64) : NOTORIOUS[random.nextInt(NOTORIOUS.length)];
        boolean littleEndian = random.nextBoolean();
        byte[] result = file.clone();
        int length = number.to() - number.from();
        for (int i = 0; i < length; i++) {
            result[number.from() + i] = (byte) (value >> 8 * (littleEndian ? i : length - 1 - i));
        }
        return result;
    }

    /** The whole beginning of a file when it has lost its parts. */
    private static Range any(List<Range> ranges, Random random) {
        return ranges.isEmpty() ? new Range(0, 4) : ranges.get(random.nextInt(ranges.size()));
    }
}
