package dev.pentimento.app.cli.prompts;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes texts so that they are read again as they are: control characters, marks, and what would pass for the end of a line, as escapes. */
final class YamlWriting extends Representer {
    private static final Pattern DELICATE =
            Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

    YamlWriting(DumperOptions options) {
        super(options);
        representers.put(String.class, text -> text((String) text));
    }

    private Node text(String text) {
        return DELICATE.matcher(text).find()
                ? representScalar(Tag.STR, text, DumperOptions.ScalarStyle.DOUBLE_QUOTED)
                : representScalar(Tag.STR, text);
    }
}
