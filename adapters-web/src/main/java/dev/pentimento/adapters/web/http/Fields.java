package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pentimento.domain.prompt.Legibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The members of a JSON object, read one by one. What is wrong with them is collected, so that it can be told at once; whoever has read all he
 * wants calls {@link #check}. Members that nobody reads are ignored.
 */
public final class Fields {
    /** No list of ours has a use for more, and each of them is looked at. */
    private static final int MOST_TEXTS = 1000;

    static final Fields NONE = new Fields(name -> Optional.empty(), "");

    private final Function<String, Optional<JsonNode>> members;
    private final String sent;
    private final Faults faults = new Faults();

    /**
     * @param members by name; empty = none of that name
     * @param sent all of it, as it came
     */
    Fields(Function<String, Optional<JsonNode>> members, String sent) {
        this.members = members;
        this.sent = sent;
    }

    static Fields of(ObjectNode object, String sent) {
        return new Fields(name -> Optional.ofNullable(object.get(name)), sent);
    }

    /** All of it, as it came. */
    String sent() {
        return sent;
    }

    /** Without the blanks around it; empty when it is absent, null, or blank. */
    public Optional<String> text(String name) {
        return typed(name, JsonNode::isTextual, JsonNode::textValue, "must be a text")
                .flatMap(text -> text(name, text));
    }

    /** A text that stands deeper than the members do, as {@link #text(String)}. */
    public Optional<String> text(String name, String sent) {
        return Optional.of(sent.strip())
                .filter(text -> !Legibility.isBlank(text))
                .filter(text -> isReadable(name, text));
    }

    private boolean isReadable(String name, String text) {
        boolean readable = Legibility.isReadable(text);
        if (!readable) {
            wrong(name, "has a control character, or something that is no character; send plain text in UTF-8");
        }
        return readable;
    }

    /** As {@link #text(String)}, of {@code least} to {@code most} characters. */
    public Optional<String> text(String name, int least, int most) {
        Optional<String> text = text(name);
        text.ifPresent(found -> {
            int length = found.codePointCount(0, found.length());
            if (length < least || length > most) {
                wrong(name, "must have %d to %d characters but has %d".formatted(least, most, length));
            }
        });
        return text;
    }

    public Optional<Double> number(String name) {
        return typed(name, JsonNode::isNumber, JsonNode::doubleValue, "must be a number");
    }

    /** Empty when it is absent or null. */
    public List<String> texts(String name) {
        return typed(
                        name,
                        Fields::isListOfTexts,
                        Fields::texts,
                        "must be a list of at most %d texts".formatted(MOST_TEXTS))
                .orElse(List.of());
    }

    private static boolean isListOfTexts(JsonNode node) {
        if (!node.isArray() || node.size() > MOST_TEXTS) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    /** Whatever stands there; empty when it is absent or null. */
    public Optional<JsonNode> node(String name) {
        return members.apply(name).filter(node -> !node.isNull());
    }

    private <T> Optional<T> typed(String name, Predicate<JsonNode> isRight, Function<JsonNode, T> reader, String rule) {
        Optional<JsonNode> node = node(name);
        if (node.isPresent() && !isRight.test(node.get())) {
            wrong(name, rule);
            return Optional.empty();
        }
        return node.map(reader);
    }

    /** The value made of what was sent, or nothing where the type says that there is no such value. */
    public <S, T> Optional<T> made(String name, Optional<S> sent, Function<S, T> maker) {
        try {
            return sent.map(maker);
        } catch (IllegalArgumentException e) {
            wrong(name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    public <T> Optional<T> required(String name, Optional<T> value) {
        if (value.isEmpty() && !faults.concern(name)) {
            wrong(name, "is required");
        }
        return value;
    }

    public void wrong(String name, String message) {
        faults.add(name, message);
    }

    /** @throws Refusal with 422 if anything was wrong */
    public void check() {
        if (!faults.isEmpty()) {
            throw faults.problem().refusal();
        }
    }

    /** One member, or parameter, that cannot be used. */
    public static Problem problem(String name, String message) {
        return of(name, message).problem();
    }

    private static Faults of(String name, String message) {
        Faults faults = new Faults();
        faults.add(name, message);
        return faults;
    }
}
