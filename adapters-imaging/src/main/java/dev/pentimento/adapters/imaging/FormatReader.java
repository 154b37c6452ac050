package dev.pentimento.adapters.imaging;

import dev.pentimento.domain.image.Raster;
import java.io.IOException;

/** Reads the files of one format. Safe for use by several threads. */
interface FormatReader {

    /**
     * The upright sRGB pixels. Asks the gate about the size, and reserves the memory, before it allocates anything for pixels; any IOException or
     * RuntimeException means that the file is damaged. Runs on a thread of its own, which is interrupted when nobody waits for it any more.
     */
    Raster read(ByteView file, Gate gate) throws IOException;
}
