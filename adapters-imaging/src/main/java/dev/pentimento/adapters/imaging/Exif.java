package dev.pentimento.adapters.imaging;

/** The one thing we want from an EXIF block, which is a TIFF file without pixels. A broken block says nothing and is no damage. */
final class Exif {
    static final String PREFIX = "Exif\0\0";
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final ByteView tiff;
    private final boolean littleEndian;

    private Exif(ByteView tiff) {
        this.tiff = tiff;
        this.littleEndian = tiff.has(0, "II*\0");
    }

    /** @param block with or without the prefix that JPEG demands and some writers put everywhere */
    static Orientation orientation(ByteView block) {
        ByteView tiff = block.has(0, PREFIX) ? block.from(PREFIX.length()) : block;
        boolean isTiff = tiff.length() >= HEADER && (tiff.has(0, "II*\0") || tiff.has(0, "MM\0*"));
        return isTiff ? new Exif(tiff).orientation() : Orientation.UPRIGHT;
    }

    private Orientation orientation() {
        long directory = littleEndian ? tiff.u32le(4) : tiff.u32be(4);
        if (directory > tiff.length() - 2) {
            return Orientation.UPRIGHT;
        }
        int first = (int) directory + 2;
        int entries = Math.min(u16((int) directory), (tiff.length() - first) / ENTRY);
        for (int entry = first; entry < first + entries * ENTRY; entry += ENTRY) {
            if (u16(entry) == ORIENTATION_TAG) {
                return Orientation.ofExif(u16(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }

    private int u16(int at) {
        return littleEndian ? tiff.u16le(at) : tiff.u16be(at);
    }
}
