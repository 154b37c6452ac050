package dev.pentimento.testkit;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Loads the classes of this class path anew, but not all of them. */
public final class Narrow extends URLClassLoader {
    private final Predicate<String> allowed;

    private Narrow(URL[] places, Predicate<String> allowed) {
        super(places, ClassLoader.getPlatformClassLoader());
        this.allowed = allowed;
    }

    /** @param allowed by the name of the class file */
    public static Narrow over(Predicate<String> allowed) {
        URL[] places = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Narrow::url)
                .toArray(URL[]::new);
        return new Narrow(places, allowed);
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError("Every path has a URL", e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!allowed.test(name.replace('.', '/') + ".class")) {
            throw new ClassNotFoundException(name + " is left out");
        }
        return super.findClass(name);
    }
}
