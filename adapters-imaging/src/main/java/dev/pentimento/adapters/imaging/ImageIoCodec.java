package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.spi.IntakeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Decides by the first bytes which reader sees a file, and sees to it that only typed failures leave. */
final class ImageIoCodec implements ImageCodec {
    private final IntakeLimits limits;
    private final Function<MediaType, FormatReader> readers;

    ImageIoCodec(IntakeLimits limits) {
        this(limits, ImageIoCodec::readerOf);
    }

    ImageIoCodec(IntakeLimits limits, Function<MediaType, FormatReader> readers) {
        this.limits = limits;
        this.readers = readers;
    }

    @Override
    public DecodedImage decode(byte[] file) {
        EncodedImage image = FileCheck.admit(file, limits);
        Gate gate = new Gate(image.mediaType(), limits);
        return new DecodedImage(image, pixels(file, gate), Claims.of(ByteView.of(file), gate));
    }

    private Raster pixels(byte[] file, Gate gate) {
        try {
            return readers.apply(gate.format()).read(ByteView.of(file), gate);
        } catch (ImageRejected e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            throw gate.rejected(e);
        }
    }

    @Override
    public FileClaims claims(EncodedImage file) {
        return Claims.of(ByteView.of(file.bytes()), new Gate(file.mediaType(), limits));
    }

    @Override
    public EncodedImage bare(EncodedImage file) {
        try {
            return BareImage.of(ByteView.of(file.bytes()), new Gate(file.mediaType(), limits))
                    .map(EncodedImage::of)
                    .orElseGet(() -> anew(file));
        } catch (IndexOutOfBoundsException malformed) {
            return anew(file);
        }
    }

    /** For what no reader of ours can make sense of, this finds the words. */
    private EncodedImage anew(EncodedImage file) {
        MediaType type = file.mediaType() == MediaType.JPEG ? MediaType.JPEG : MediaType.PNG;
        return encode(decode(file.bytes()).raster(), type);
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

    private static FormatReader readerOf(MediaType type) {
        return switch (type) {
            case PNG -> new PngReader();
            case JPEG -> new JpegReader();
            case WEBP -> new WebpReader();
            case GIF -> new GifReader();
        };
    }

    @Override
    public EncodedImage encode(Raster raster, MediaType type) {
        try {
            return EncodedImage.of(
                    switch (type) {
                        case PNG -> PngWriter.write(raster);
                        case JPEG -> JpegWriter.write(raster);
                        case WEBP, GIF ->
                            throw new IllegalArgumentException(
                                    "Images are written as PNG or JPEG but %s was asked for".formatted(type.mime()));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Writing %s as %s into memory failed".formatted(raster, type.mime()), e);
        }
    }
}
