package dev.pentimento.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds EXIF blocks, as TIFF without pixels. */
public final class ExifBlock {
    private static final short ORIENTATION = 0x0112;
    private static final short MAKE = 0x010f;
    private static final short ASCII = 2;
    private static final short SHORT = 3;

    /** Where {@link #withPlaceAndSerial} says that the picture was taken. */
    static final String PLACE = "51.4779N";

    private ExifBlock() {}

    /** Upright, and behind it what cameras like to tell: a place, and the serial number of the camera. */
    static byte[] withPlaceAndSerial(String serial) {
        return ByteStrings.join(orientation(1, ByteOrder.BIG_ENDIAN), ByteStrings.latin1(PLACE + "\0" + serial + "\0"));
    }

    /** The maker of the camera, then the orientation. */
    public static byte[] orientation(int value, ByteOrder order) {
        return ByteBuffer.allocate(38)
                .order(order)
                .put(ByteStrings.latin1(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort(MAKE)
                .putShort(ASCII)
                .putInt(4)
                .put(ByteStrings.latin1("Cam\0"))
                .putShort(ORIENTATION)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
