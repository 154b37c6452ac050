package dev.pentimento.adapters.imaging;

import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JPEG decoder and encoder of the JDK, whatever other plug-ins an application has installed. Looked up on first use, because the registry of
 * ImageIO searches the class path when it wakes up.
 */
final class JdkJpeg {
    static final ImageReaderSpi READER = find(ImageReaderSpi.class);
    static final ImageWriterSpi WRITER = find(ImageWriterSpi.class);

    private JdkJpeg() {}

    private static <T extends ImageReaderWriterSpi> T find(Class<T> kind) {
        Iterator<T> providers = IIORegistry.getDefaultInstance().getServiceProviders(kind, true);
        while (providers.hasNext()) {
            T provider = providers.next();
            if (List.of(provider.getFormatNames()).contains("jpeg")
                    && "java.desktop".equals(provider.getClass().getModule().getName())) {
                return provider;
            }
        }
        throw new IllegalStateException("This Java platform has no JPEG codec");
    }
}
