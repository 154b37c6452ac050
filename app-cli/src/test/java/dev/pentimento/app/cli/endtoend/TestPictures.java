package dev.pentimento.app.cli.endtoend;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures to work on. */
final class TestPictures {
    private TestPictures() {}

    /** A brown disc on beige, 96x64 px. */
    static Path twoColours(Path file) throws IOException {
        return disc(file, 96, 64);
    }

    static Path disc(Path file, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0xe8dcc8));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0x6b4a32));
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ImageIO.write(image, file.toString().endsWith(".jpg") ? "jpg" : "png", file.toFile());
        return file;
    }
}
