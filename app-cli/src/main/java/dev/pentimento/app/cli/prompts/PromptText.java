package dev.pentimento.app.cli.prompts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Between files in JSON or YAML and trees. */
public final class PromptText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What the parser says of where something began that does not end. */
    private static final Pattern START = Pattern.compile(" \\(start marker at .*\\)$");

    /** More than any list of prompts. */
    private static final int MAX_BYTES = 20_000_000;

    static final String STANDARD_INPUT = "Standard input";

    private PromptText() {}

    static JsonNode read(String name, Path workingDirectory) {
        String text = text(name, workingDirectory.resolve(name));
        return tree(name, text, isYaml(name));
    }

    /** What looks like no JSON object is YAML. */
    static JsonNode read(InputStream standardInput) {
        String text = text(standardInput);
        return tree(STANDARD_INPUT, text, !text.stripLeading().startsWith("{"));
    }

    private static JsonNode tree(String name, String text, boolean isYaml) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s is empty; name a file of prompts".formatted(name));
        }
        return isYaml ? yaml(name, text) : json(name, text);
    }

    /** By how its name ends. */
    public static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static String text(String name, Path path) {
        try {
            requireSize(name, Files.size(path));
            return withoutMark(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file %s; name a file of prompts".formatted(name), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s is not text in UTF-8; save it as that".formatted(name), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static String text(InputStream standardInput) {
        try {
            byte[] bytes = standardInput.readNBytes(MAX_BYTES + 1);
            requireSize(STANDARD_INPUT, bytes.length);
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s is not text in UTF-8; send it as that".formatted(STANDARD_INPUT), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(STANDARD_INPUT, e.getMessage()), e);
        }
    }

    private static void requireSize(String name, long bytes) {
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "%s is larger than %d MB, which no file of prompts is".formatted(name, MAX_BYTES / 1_000_000));
        }
    }

    /** Some editors begin files with a mark that says UTF-8. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static JsonNode json(String name, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " line %d, column %d:"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new IllegalArgumentException(
                    "%s is not JSON:%s %s"
                            .formatted(
                                    name,
                                    where,
                                    START.matcher(e.getOriginalMessage()).replaceFirst("")),
                    e);
        }
    }

    private static JsonNode yaml(String name, String text) {
        try {
            return YamlTree.of(text);
        } catch (MarkedYAMLException e) {
            throw new IllegalArgumentException(
                    "%s is not YAML: line %d: %s"
                            .formatted(name, e.getProblemMark().getLine() + 1, e.getProblem()),
                    e);
        } catch (ReaderException e) {
            throw new IllegalArgumentException(
                    "%s is not YAML: line %d has the character U+%04X, which YAML does not take; write plain text"
                            .formatted(name, line(text, e.getPosition()), e.getCodePoint()),
                    e);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is not YAML: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** @param position in characters (code points) */
    private static long line(String text, int position) {
        return 1
                + text.codePoints()
                        .limit(position)
                        .filter(character -> character == '\n')
                        .count();
    }

    /** The same content as a JSON text, in YAML. */
    public static String asYaml(String json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        try {
            return new Yaml(new YamlWriting(options), options).dump(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of ours is no JSON", e);
        }
    }
}
