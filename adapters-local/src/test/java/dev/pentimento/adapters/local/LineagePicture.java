package dev.pentimento.adapters.local;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the README's picture of a lineage: {@code LineagePicture OUT COLUMN,ROW,PARENT,LABEL,CAPTION,FILE ...}, where the parent is the number
 * of an earlier card, or -1. {@code docs/images/draw.sh} makes the pictures and calls this.
 */
final class LineagePicture {
    private static final int PICTURE = 300;
    private static final int CAPTION = 64;
    private static final int GAP_X = 90;
    private static final int GAP_Y = 40;
    private static final int MARGIN = 36;
    private static final Color PAPER = new Color(0xfaf8f4);
    private static final Color INK = new Color(0x2b2620);
    private static final Color FAINT = new Color(0x8a8278);

    private LineagePicture() {}

    /** One version: where it stands, which card it came from (-1 = none), and what is written below it. */
    private record Card(int column, int row, int parent, String label, String caption, Path file) {
        static Card parse(String text) {
            String[] parts = text.split(",", 6);
            return new Card(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3],
                    parts[4],
                    Path.of(parts[5]));
        }

        int left() {
            return MARGIN + column * (PICTURE + GAP_X);
        }

        int top() {
            return MARGIN + row * (PICTURE + CAPTION + GAP_Y);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Card> cards = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            cards.add(Card.parse(arguments[i]));
        }
        int width = cards.stream().mapToInt(Card::left).max().orElseThrow() + PICTURE + MARGIN;
        int height = cards.stream().mapToInt(Card::top).max().orElseThrow() + PICTURE + CAPTION + MARGIN / 2;
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, width, height);
        for (Card card : cards) {
            if (card.parent() >= 0) {
                connect(pen, cards.get(card.parent()), card);
            }
            draw(pen, card);
        }
        pen.dispose();
        ImageIO.write(sheet, "png", Path.of(arguments[0]).toFile());
    }

    private static void connect(Graphics2D pen, Card from, Card to) {
        double startX = from.left() + PICTURE + 8.0;
        double startY = from.top() + PICTURE / 2.0;
        double endX = to.left() - 12.0;
        double endY = to.top() + PICTURE / 2.0;
        double middle = (startX + endX) / 2;
        pen.setColor(FAINT);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new CubicCurve2D.Double(startX, startY, middle, startY, middle, endY, endX, endY));
        pen.drawLine((int) endX, (int) endY, (int) endX - 10, (int) endY - 7);
        pen.drawLine((int) endX, (int) endY, (int) endX - 10, (int) endY + 7);
    }

    private static void draw(Graphics2D pen, Card card) throws IOException {
        BufferedImage picture = ImageIO.read(card.file().toFile());
        double scale = Math.min((double) PICTURE / picture.getWidth(), (double) PICTURE / picture.getHeight());
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        int left = card.left() + (PICTURE - width) / 2;
        int top = card.top() + (PICTURE - height) / 2;
        pen.setClip(new RoundRectangle2D.Double(left, top, width, height, 18, 18));
        pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), left, top, null);
        pen.setClip(null);
        pen.setColor(INK);
        pen.setFont(BundledFont.SANS_BOLD.ofSize(20));
        pen.drawString(card.label(), card.left() + 4, card.top() + PICTURE + 28);
        pen.setColor(FAINT);
        pen.setFont(BundledFont.SANS.ofSize(15));
        pen.drawString(card.caption(), card.left() + 4, card.top() + PICTURE + 52);
    }
}
