package dev.pentimento.adapters.local;

import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The pictures in {@code examples/}, which newcomers try commands on; all are drawn here. */
@SuppressWarnings("ImmutableEnumChecker") // sizes and methods do not change
enum ExamplePictures {
    COFFEE_LOGO("coffee-logo.png", new ImageSize(1024, 1024), CoffeeLogo::draw),
    POSTER_TYPO("poster-typo.png", new ImageSize(800, 1200), TypoPoster::draw),
    SCENE("scene.png", new ImageSize(816, 544), LakeScene::draw),
    PRODUCT("product.png", new ImageSize(720, 600), MugStudio::product),
    REFERENCE("reference.png", new ImageSize(640, 640), MugStudio::reference);

    private final String file;
    private final ImageSize size;

    private final Function<ImageSize, Raster> artist;

    ExamplePictures(String file, ImageSize size, Function<ImageSize, Raster> artist) {
        this.file = file;
        this.size = size;
        this.artist = artist;
    }

    /** Draws all of them anew into the folder that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (ExamplePictures picture : values()) {
            write(picture.artist.apply(picture.size), folder.resolve(picture.file));
        }
    }

    String file() {
        return file;
    }

    ImageSize size() {
        return size;
    }

    /** The same picture at a fraction of its size. */
    Raster smaller(int factor) {
        return artist.apply(new ImageSize(size.width() / factor, size.height() / factor));
    }

    private static void write(Raster raster, Path path) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0);
        Files.deleteIfExists(path);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(withoutAlpha(raster), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage withoutAlpha(Raster raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.toArray(), 0, raster.width());
        return image;
    }
}
