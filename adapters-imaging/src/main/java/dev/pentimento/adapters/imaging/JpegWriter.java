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
            BufferedImage image = RgbRows.of(raster);
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
}
