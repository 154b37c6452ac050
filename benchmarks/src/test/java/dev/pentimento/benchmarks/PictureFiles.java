package dev.pentimento.benchmarks;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads and writes files as a program does that calls ImageIO and checks nothing: what our codec is measured against. */
final class PictureFiles {
    private static final float JPEG_QUALITY = 0.92f;

    private PictureFiles() {}

    static BufferedImage read(byte[] file, MediaType type) throws IOException {
        ImageReader reader = reader(type);
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** For WebP the library that our codec uses too, not the native one that wrote the file. */
    private static ImageReader reader(MediaType type) throws IOException {
        return type == MediaType.WEBP
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByMIMEType(type.mime()).next();
    }

    /** JPEG with the same settings as ours: quality 0.92, colours as fine as brightness. */
    static byte[] write(BufferedImage picture, MediaType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mime()).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam settings = settings(writer, type);
            IIOMetadata metadata = type == MediaType.JPEG ? fineColours(writer, picture, settings) : null;
            writer.write(null, new IIOImage(picture, null, metadata), settings);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static ImageWriteParam settings(ImageWriter writer, MediaType type) {
        ImageWriteParam settings = writer.getDefaultWriteParam();
        if (type == MediaType.JPEG) {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(JPEG_QUALITY);
        }
        return settings;
    }

    private static IIOMetadata fineColours(ImageWriter writer, BufferedImage picture, ImageWriteParam settings)
            throws IIOInvalidTreeException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), settings);
        String form = metadata.getNativeMetadataFormatName();
        Element tree = (Element) metadata.getAsTree(form);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            ((Element) components.item(i)).setAttribute("HsamplingFactor", "1");
            ((Element) components.item(i)).setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(form, tree);
        return metadata;
    }

    static BufferedImage opaque(Raster raster) {
        BufferedImage picture = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, raster.width(), raster.height(), raster.toArray(), 0, raster.width());
        return picture;
    }
}
