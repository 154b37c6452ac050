package dev.pentimento.adapters.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chunks of a RIFF container, in their order: four letters, a length, the content, and a byte of padding if the length is odd. */
final class RiffChunks {
    private static final int HEADER = 8;

    private final List<Chunk> chunks = new ArrayList<>();

    record Chunk(String name, ByteView content) {}

    private RiffChunks() {}

    static RiffChunks of(ByteView container, Gate gate) {
        RiffChunks found = new RiffChunks();
        long at = 0;
        while (at + HEADER <= container.length()) {
            gate.passPart();
            long length = container.u32le((int) at + 4);
            if (at + HEADER + length > container.length()) {
                throw gate.damaged("it ends early, inside a chunk");
            }
            found.chunks.add(new Chunk(container.latin1((int) at, 4), container.slice(at + HEADER, length)));
            at += HEADER + length + (length & 1);
        }
        return found;
    }

    /** The first of its name. */
    Optional<ByteView> find(String name) {
        return chunks.stream()
                .filter(chunk -> chunk.name.equals(name))
                .map(Chunk::content)
                .findFirst();
    }
}
