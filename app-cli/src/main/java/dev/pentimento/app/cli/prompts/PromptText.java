package dev.pentimento.app.cli.prompts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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

    private PromptText() {}

    static JsonNode read(String name, Path workingDirectory) {
        String text = text(name, workingDirectory.resolve(name));
        if (text.isBlank()) {
            throw new IllegalArgumentException("%s is empty; name a file of prompts".formatted(name));
        }
        return isYaml(name) ? yaml(name, text) : json(name, text);
    }

    /** By how its name ends. */
    public static boolean isYaml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static String text(String name, Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IllegalArgumentException(
                        "%s is larger than %d MB, which no file of prompts is".formatted(name, MAX_BYTES / 1_000_000));
            }
            return withoutMark(Files.readString(path));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file %s; name a file of prompts".formatted(name), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s is not text in UTF-8; save it as that".formatted(name), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(name, e.getMessage()), e);
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
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
        } catch (MarkedYAMLException e) {
            throw new IllegalArgumentException(
                    "%s is not YAML: line %d: %s"
                            .formatted(name, e.getProblemMark().getLine() + 1, e.getProblem()),
                    e);
        } catch (YAMLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is not YAML: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The same content as a JSON text, in YAML. */
    public static String asYaml(String json) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        try {
            return new Yaml(options).dump(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of ours is no JSON", e);
        }
    }
}
