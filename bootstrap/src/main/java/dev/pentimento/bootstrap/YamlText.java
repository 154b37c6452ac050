package dev.pentimento.bootstrap;

import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML as texts under dotted keys, each with its line; lists become texts joined by commas.
 *
 * <p>The only class that needs SnakeYAML, so that whoever has no file does not wait for it to be loaded.
 */
final class YamlText {
    private final String file;
    private final String separator;
    private final Problems problems;
    private final Map<String, SourcedText> written = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    private YamlText(String file, String separator, Problems problems) {
        this.file = file;
        this.separator = separator;
        this.problems = problems;
    }

    /** @param file its name for people */
    static YamlText parse(String content, String file, Problems problems) {
        return parse(content, file, ".", problems);
    }

    /** @param separator stands between the levels of a key in place of a dot */
    static YamlText parse(String content, String file, String separator, Problems problems) {
        YamlText yaml = new YamlText(file, separator, problems);
        yaml.read(content);
        return yaml;
    }

    /** The keys that have a value; an empty list is one. */
    Map<String, SourcedText> written() {
        return Collections.unmodifiableMap(written);
    }

    /** Where each key is, also of those that are {@code null} or blank. */
    Map<String, String> origins() {
        return Collections.unmodifiableMap(origins);
    }

    private void read(String content) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0); // a file that repeats itself could grow without end
        try {
            @Nullable Node root = new Yaml(options).compose(new StringReader(content));
            if (root != null && !isEmpty(root)) {
                readRoot(root);
            }
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            problems.add(file + ":" + line, "not readable as YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            problems.add(file, "not readable as YAML: " + broken.getMessage());
        }
    }

    private void readRoot(Node root) {
        if (root instanceof MappingNode mapping) {
            readMapping("", mapping);
        } else {
            problems.add(origin(root), "must begin with a key such as 'home:'");
        }
    }

    private void readMapping(String parent, MappingNode mapping) {
        mapping.getValue().forEach(entry -> readEntry(parent, entry));
    }

    private void readEntry(String parent, NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode name)) {
            problems.add(origin(entry.getKeyNode()), "a key must be a word");
            return;
        }
        String key = parent + name.getValue();
        if (entry.getValueNode() instanceof MappingNode mapping) {
            readMapping(key + separator, mapping);
        } else {
            readLeaf(key, name, entry.getValueNode());
        }
    }

    private void readLeaf(String key, ScalarNode name, Node value) {
        String first = origins.putIfAbsent(key, origin(name));
        if (first != null) {
            problems.add(origin(name), "%s is written twice, first at %s".formatted(key, first));
        } else if (value instanceof SequenceNode list
                && !list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            problems.add(origin(value), key + " must be a list of plain values");
        } else if (!isEmpty(value)) {
            written.put(key, new SourcedText(text(value), origin(name)));
        }
    }

    private static String text(Node value) {
        if (value instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlText::text).collect(Collectors.joining(", "));
        }
        return ((ScalarNode) value).getValue();
    }

    private static boolean isEmpty(Node value) {
        return value instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }

    private String origin(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }
}
