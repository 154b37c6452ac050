package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes JPEG over white, at quality 0.92 and with colours as fine as brightness (4:4:4), which keeps lettering clean. */
final class JpegWriter {
    private static final float QUALITY = 0.92f;
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private JpegWriter() {}

    static byte[] write(Raster raster) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = JdkJpeg.WRITER.createWriterInstance();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            BufferedImage image = overWhite(raster);
            IIOMetadata fineColours = fineColours(
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), settings));
            writer.write(null, new IIOImage(image, null, fineColours), settings);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    private static IIOMetadata fineColours(IIOMetadata metadata) throws IIOInvalidTreeException {
        Element tree = (Element) metadata.getAsTree(FORMAT);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(FORMAT, tree);
        return metadata;
    }

    private static BufferedImage overWhite(Raster raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = overWhite(raster.argb(x, y));
            }
            image.getRaster().setDataElements(0, y, row.length, 1, row);
        }
        return image;
    }

    private static int overWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        return overWhite(argb >> 16 & 0xff, alpha) << 16
                | overWhite(argb >> 8 & 0xff, alpha) << 8
                | overWhite(argb & 0xff, alpha);
    }

    private static int overWhite(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
