package dev.pentimento.application;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.domain.provenance.FileClaims;
import dev.pentimento.domain.provenance.Provenance;
import dev.pentimento.ports.failure.ImageRejected;
import dev.pentimento.ports.failure.ProviderFailure;
import dev.pentimento.ports.out.ImageCodec;
import dev.pentimento.ports.out.ImageCodec.DecodedImage;
import dev.pentimento.ports.out.ImageVault;

/** Moves pictures between files, pixels and the vault. */
final class Pictures {
    private final ImageVault vault;
    private final ImageCodec codec;

    Pictures(ImageVault vault, ImageCodec codec) {
        this.vault = vault;
        this.codec = codec;
    }

    /** @throws ImageRejected with the file's name in front */
    DecodedImage decode(ImageFile file) {
        return decode(file, "'%s'".formatted(file.name()));
    }

    /** @throws ImageRejected with {@code sender} in front */
    DecodedImage decode(ImageFile file, String sender) {
        try {
            return codec.decode(file.bytes());
        } catch (ImageRejected e) {
            throw e.of(file.digest(), sender);
        }
    }

    /** @throws ProviderFailure.InvalidRequest if an image of this size, once made, could not be read again */
    void requireReadable(ImageSize size) {
        if (!codec.takes(size)) {
            throw new ProviderFailure.InvalidRequest(
                    ProviderFailure.InvalidRequest.Part.SIZE,
                    "An image of %s px could not be read again; ask for a smaller one, or raise intake.max-side and intake.max-pixels"
                            .formatted(size));
        }
    }

    Raster decode(EncodedImage image) {
        return codec.decode(image.bytes()).raster();
    }

    Raster load(ImageDigest digest) {
        return decode(vault.load(digest));
    }

    EncodedImage loadFile(ImageDigest digest) {
        return vault.load(digest);
    }

    EncodedImage png(Raster raster) {
        return codec.encode(raster, MediaType.PNG);
    }

    /** The same pixels as a PNG; a PNG stays as it is. */
    EncodedImage asPng(EncodedImage file) {
        return file.mediaType() == MediaType.PNG ? file : png(decode(file));
    }

    /** A PNG of nothing but pixels: whatever else a file in the vault may hold is none of a provider's business. */
    EncodedImage forProviders(ImageDigest digest) {
        return asPng(bare(loadFile(digest)));
    }

    EncodedImage encode(Raster raster, MediaType type) {
        return codec.encode(raster, type);
    }

    /** What a file says about itself; nothing if it is no image, or not in the vault. */
    FileClaims claims(ImageFile file) {
        return EncodedImage.sniff(file.bytes()).map(codec::claims).orElse(FileClaims.NONE);
    }

    FileClaims claims(ImageDigest digest) {
        return vault.contains(digest) ? codec.claims(vault.load(digest)) : FileClaims.NONE;
    }

    /** Nothing but the pixels. */
    EncodedImage bare(EncodedImage file) {
        return codec.bare(file);
    }

    /** Nothing but the pixels and where they come from. */
    EncodedImage annotate(EncodedImage file, Provenance provenance) {
        return codec.annotate(file, provenance);
    }

    /** Stores a file that says where the pixels of {@code stored} come from. */
    Image keepAnnotated(Image stored, Provenance provenance) {
        EncodedImage file = annotate(vault.load(stored.digest()), provenance);
        vault.store(file);
        return Image.of(file, stored.size());
    }

    /** Stores pixels without loss; whatever names the returned image must be recorded after this. */
    Image keep(Raster raster) {
        EncodedImage png = png(raster);
        vault.store(png);
        return Image.of(png, raster.size());
    }

    /** Stores a file as it came. */
    Image keep(DecodedImage decoded) {
        vault.store(decoded.file());
        return Image.of(decoded.file(), decoded.raster().size());
    }
}
