package dev.pentimento.app.cli.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML as a tree of JSON. A plain value is the text that is written there, be it 7, yes or 2024-01-01; only null is none. */
final class YamlTree {
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP, Tag.NULL);

    private final Map<Node, JsonNode> known = new HashMap<>();
    private final Set<Node> open = new HashSet<>();

    private YamlTree() {}

    /**
     * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML
     * @throws IllegalArgumentException if no tree can be made of it; the message begins with the line
     */
    static JsonNode of(String text) {
        @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        return root == null ? JsonNodeFactory.instance.nullNode() : new YamlTree().tree(root);
    }

    /** What is named once and meant often is read once. */
    private JsonNode tree(Node node) {
        JsonNode before = known.get(node);
        if (before != null) {
            return before;
        }
        if (!open.add(node)) {
            throw problem(node, "this contains itself, by an alias such as *a; write out what is meant");
        }
        JsonNode tree = read(node);
        open.remove(node);
        known.put(node, tree);
        return tree;
    }

    private JsonNode read(Node node) {
        if (!PLAIN.contains(node.getTag())) {
            throw problem(node, "the tag %s is not taken here; leave it out".formatted(node.getTag()));
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        return node instanceof SequenceNode sequence ? array(sequence) : value((ScalarNode) node);
    }

    private static JsonNode value(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL)
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(scalar.getValue());
    }

    private JsonNode array(SequenceNode sequence) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.getValue().forEach(element -> array.add(tree(element)));
        return array;
    }

    private JsonNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.getValue().stream().filter(field -> !isMerge(field)).forEach(field -> {
            if (object.putIfAbsent(name(field), tree(field.getValueNode())) != null) {
                throw problem(field.getKeyNode(), "'%s' is there twice".formatted(name(field)));
            }
        });
        mapping.getValue().stream().filter(YamlTree::isMerge).forEach(field -> merge(field.getValueNode(), object));
        return object;
    }

    private static String name(NodeTuple field) {
        if (field.getKeyNode() instanceof ScalarNode name) {
            return name.getValue();
        }
        throw problem(field.getKeyNode(), "a field must have a word for its name");
    }

    private static boolean isMerge(NodeTuple field) {
        return field.getKeyNode().getTag().equals(Tag.MERGE);
    }

    /** What is there already stays. */
    private void merge(Node others, ObjectNode object) {
        List<Node> sources = others instanceof SequenceNode sequence ? sequence.getValue() : List.of(others);
        for (Node source : sources) {
            if (!(tree(source) instanceof ObjectNode fields)) {
                throw problem(source, "<< takes in objects alone");
            }
            fields.properties().forEach(field -> object.putIfAbsent(field.getKey(), field.getValue()));
        }
    }

    private static IllegalArgumentException problem(Node node, String what) {
        return new IllegalArgumentException(
                "line %d: %s".formatted(node.getStartMark().getLine() + 1, what));
    }
}
