package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.util.EnumSet;
import java.util.function.Function;

/** Decides by the first bytes which reader sees a file, and sees to it that only typed failures leave. */
final class ImageIoCodec implements ImageCodec {
    private final Bounds bounds;
    private final ReadingRoom room;
    private final Function<MediaType, FormatReader> readers;

    /** Shares room and memory with all codecs of this JVM. */
    ImageIoCodec(IntakeLimits limits) {
        this(
                new Bounds(limits, EnumSet.allOf(IntakeRule.class), MemoryBudget.OF_THIS_JVM),
                ReadingRoom.OF_THIS_JVM,
                ImageIoCodec::readerOf);
    }

    ImageIoCodec(Bounds bounds, ReadingRoom room, Function<MediaType, FormatReader> readers) {
        this.bounds = bounds;
        this.room = room;
        this.readers = readers;
    }

    @Override
    public DecodedImage decode(byte[] file) {
        MediaType format = FileCheck.admit(file, bounds);
        Gate gate = new Gate(format, file.length, bounds);
        return room.read(gate, () -> {
            Raster raster = readers.apply(format).read(ByteView.of(file), gate);
            return new DecodedImage(EncodedImage.of(file), raster);
        });
    }

    static FormatReader readerOf(MediaType type) {
        return switch (type) {
            case PNG -> new PngReader();
            case JPEG -> new JpegReader();
            case WEBP -> new WebpReader();
            case GIF -> new GifReader();
        };
    }

    @Override
    public EncodedImage encode(Raster raster, MediaType type) {
        return ImageWriting.write(raster, type, bounds);
    }
}
