package dev.pentimento.adapters.imaging.fetch;

import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What a fetched file is called: a name for people, which no path can be made of. */
final class FileNames {
    private static final int MAX_CHARACTERS = 100;
    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern ONLY_DOTS = Pattern.compile("\\.*");

    private FileNames() {}

    /** The last part of the path, else the host. */
    static String of(HttpUrl url) {
        List<String> parts = url.pathSegments();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String name = clean(parts.get(i));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return url.host();
    }

    private static String clean(String part) {
        String visible = UNPRINTABLE.matcher(part).replaceAll("");
        String name = FOLDERS.matcher(visible).replaceFirst("").strip();
        return ONLY_DOTS.matcher(name).matches() ? "" : end(name);
    }

    /** The end is kept because it tells the format. */
    private static String end(String name) {
        int characters = name.codePointCount(0, name.length());
        return name.substring(name.offsetByCodePoints(0, Math.max(0, characters - MAX_CHARACTERS)));
    }
}
