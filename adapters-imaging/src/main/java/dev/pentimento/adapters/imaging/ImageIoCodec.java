package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
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
            ByteView bytes = ByteView.of(file);
            Raster raster = readers.apply(format).read(bytes, gate);
            return new DecodedImage(EncodedImage.of(file), raster, Claims.of(bytes, gate(format, file)));
        });
    }

    @Override
    public boolean takes(ImageSize size) {
        IntakeLimits limits = bounds.limits();
        return Math.max(size.width(), size.height()) <= limits.maxSide() && size.pixels() <= limits.maxPixels();
    }

    @Override
    public FileClaims claims(EncodedImage file) {
        byte[] bytes = file.bytes();
        return Claims.of(ByteView.of(bytes), gate(file.mediaType(), bytes));
    }

    @Override
    public EncodedImage bare(EncodedImage file) {
        byte[] bytes = file.bytes();
        Gate gate = gate(file.mediaType(), bytes);
        return room.read(gate, () -> BareImage.of(ByteView.of(bytes), gate))
                .map(EncodedImage::of)
                .orElseGet(() -> anew(bytes));
    }

    private Gate gate(MediaType format, byte[] file) {
        return new Gate(format, file.length, bounds);
    }

    private EncodedImage anew(byte[] file) {
        DecodedImage decoded = decode(file);
        MediaType type = decoded.file().mediaType() == MediaType.JPEG ? MediaType.JPEG : MediaType.PNG;
        return encode(decoded.raster(), type);
    }

    @Override
    public EncodedImage annotate(EncodedImage file, Provenance provenance) {
        EncodedImage bare = bare(file);
        ByteView bytes = ByteView.of(bare.bytes());
        return EncodedImage.of(
                bare.mediaType() == MediaType.JPEG
                        ? JpegMetadata.write(bytes, provenance)
                        : PngMetadata.write(bytes, provenance));
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
