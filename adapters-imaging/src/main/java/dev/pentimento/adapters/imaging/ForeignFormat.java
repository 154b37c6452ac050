package dev.pentimento.adapters.imaging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A format that people do offer as an image and that we do not read, so that the answer can name it.
 *
 * @param name with its article, for a message
 */
record ForeignFormat(String name, Predicate<ByteView> signature) {
    /** SVG may open with an XML declaration, comments and a document type. */
    private static final int SVG_PROLOGUE = 1024;

    private static final List<ForeignFormat> ALL = List.of(
            new ForeignFormat("an AVIF image", file -> isIsoMedia(file, "avif", "avis")),
            new ForeignFormat(
                    "a HEIC image", file -> isIsoMedia(file, "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1")),
            new ForeignFormat("a TIFF image", file -> file.has(0, "II*\0") || file.has(0, "MM\0*")),
            new ForeignFormat("a JPEG XL image", file -> file.has(0, "\u00ff\n") || file.has(4, "JXL ")),
            new ForeignFormat("a JPEG 2000 image", file -> file.has(0, "\u00ffO\u00ffQ") || file.has(4, "jP  ")),
            new ForeignFormat("a Photoshop document", file -> file.has(0, "8BPS")),
            new ForeignFormat("a PDF document", file -> file.has(0, "%PDF-")),
            new ForeignFormat("a PostScript file", file -> file.has(0, "%!PS")),
            new ForeignFormat("an SVG drawing", ForeignFormat::isSvg),
            new ForeignFormat("a Windows icon", file -> file.has(0, "\0\0\1\0")),
            new ForeignFormat("a BMP image", file -> file.has(0, "BM") && file.length() >= 26 && file.u16le(6) == 0));

    static Optional<String> recognise(ByteView file) {
        return ALL.stream()
                .filter(format -> format.signature.test(file))
                .map(ForeignFormat::name)
                .findFirst();
    }

    private static boolean isIsoMedia(ByteView file, String... brands) {
        return file.has(4, "ftyp") && List.of(brands).stream().anyMatch(brand -> file.has(8, brand));
    }

    private static boolean isSvg(ByteView file) {
        String opening = file.latin1(0, Math.min(file.length(), SVG_PROLOGUE)).toLowerCase(Locale.ROOT);
        return opening.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<") && opening.contains("<svg");
    }
}
