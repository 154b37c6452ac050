package dev.pentimento.adapters.local;

import dev.pentimento.ports.failure.ProviderFailure;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The open DejaVu faces that travel with the engine, so that lettering looks the same on every machine. With the first face that is loaded, Java registers
 * what is to be done with its temporary files at the end, and refuses that to a process which is ending already; it takes further faces even then.
 */
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

    /** To be called when work begins, so that what is begun can be finished while the process is ending. */
    static void beReady() {
        SANS.loaded();
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
            if (isProcessEnding()) {
                throw new ProviderFailure.Canceled("The process was ending before the embedded engine had begun");
            }
            throw new UncheckedIOException("The bundled font " + path + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The bundled font " + path + " is broken", e);
        }
    }

    /** Only then nothing more may be registered for the end. */
    private static boolean isProcessEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
