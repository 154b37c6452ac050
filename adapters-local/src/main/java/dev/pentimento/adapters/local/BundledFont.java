package dev.pentimento.adapters.local;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** The open DejaVu faces that travel with the engine, so that lettering looks the same on every machine. */
enum BundledFont {
    SANS("DejaVuSans"),
    SANS_BOLD("DejaVuSans-Bold"),
    SANS_OBLIQUE("DejaVuSans-Oblique"),
    SANS_BOLD_OBLIQUE("DejaVuSans-BoldOblique"),
    SANS_CONDENSED("DejaVuSansCondensed"),
    SANS_CONDENSED_BOLD("DejaVuSansCondensed-Bold"),
    SERIF("DejaVuSerif"),
    SERIF_BOLD("DejaVuSerif-Bold"),
    SERIF_ITALIC("DejaVuSerif-Italic"),
    SERIF_BOLD_ITALIC("DejaVuSerif-BoldItalic"),
    SERIF_CONDENSED("DejaVuSerifCondensed"),
    SERIF_CONDENSED_BOLD("DejaVuSerifCondensed-Bold"),
    MONO("DejaVuSansMono"),
    MONO_BOLD("DejaVuSansMono-Bold");

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final Map<BundledFont, Font> LOADED = new EnumMap<>(BundledFont.class);

    private final String file;

    BundledFont(String file) {
        this.file = file;
    }

    /** The face at an em size in px. */
    Font ofSize(double px) {
        return loaded().deriveFont((float) px);
    }

    private Font loaded() {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(this, BundledFont::load);
        }
    }

    private static Font load(BundledFont face) {
        String path = FOLDER + face.file + ".ttf";
        try (InputStream bytes = BundledFont.class.getResourceAsStream(path)) {
            if (bytes == null) {
                throw new IllegalStateException("jasperreports-fonts is not on the class path: no " + path);
            }
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled font " + path + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The bundled font " + path + " is broken", e);
        }
    }
}
