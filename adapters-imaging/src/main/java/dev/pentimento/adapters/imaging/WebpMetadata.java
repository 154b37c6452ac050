package dev.pentimento.adapters.imaging;

/** What a WebP says about itself. */
final class WebpMetadata {
    private static final int CHUNKS = 12;

    private WebpMetadata() {}

    static FileBlocks read(ByteView file, Gate gate) {
        RiffChunks chunks = RiffChunks.of(file.from(CHUNKS), gate);
        return new FileBlocks(
                chunks.find("XMP ").flatMap(FileBlocks::packet).orElse(null),
                chunks.find("C2PA").isPresent());
    }
}
