package dev.pentimento.adapters.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pentimento.domain.prompt.Legibility;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was sent as a form: texts, and files. Whoever asks for a field decides which of the two it is. A field that is asked for and may come once, and
 * comes twice, is refused rather than chosen from.
 */
public final class Form {
    /** All of it, in bytes. */
    public static final long MAX_BYTES = 64L << 20;

    /** All texts together, in bytes; the container sees to those without a file name. */
    public static final int MAX_TEXT = 1 << 20;

    private final FormParts parts;
    private final Fields fields;
    private final Map<String, Optional<JsonNode>> asked = new HashMap<>();

    private Form(FormParts parts) {
        this.parts = parts;
        this.fields = new Fields(name -> asked.computeIfAbsent(name, this::text), parts.sentTexts());
    }

    /** @throws Refusal if it is no form, too large, or breaks off */
    static Form read(Context context) {
        return new Form(FormParts.read(context));
    }

    /** Browsers give a file name to whatever they send as a blob, such as JSON; it is a text all the same. */
    private Optional<JsonNode> text(String name) {
        List<String> texts = new ArrayList<>(parts.texts(name));
        parts.files(name).forEach(file -> texts.add(parts.read(file)));
        once(name, texts.size());
        return texts.stream().findFirst().map(TextNode::valueOf);
    }

    /** The texts; whoever has read all he wants calls {@link Fields#check}. */
    public Fields fields() {
        return fields;
    }

    /** A whole number in a range; anything else is wrong. */
    public Optional<Integer> wholeNumber(String name, int least, int most) {
        return fields.made(name, fields.text(name), text -> number(text, least, most));
    }

    private static int number(String text, int least, int most) {
        int value = text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : least - 1;
        if (value < least || value > most) {
            throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(least, most));
        }
        return value;
    }

    /** A file that may come once, under its name or another one for the same. */
    public Optional<Upload> file(String name, String... others) {
        List<Upload> sent = Stream.concat(Stream.of(name), Stream.of(others))
                .flatMap(this::sent)
                .toList();
        once(name, sent.size());
        return sent.stream().findFirst();
    }

    /** Whether there is a file of that name. */
    public boolean hasFile(String name) {
        return !parts.files(name).isEmpty();
    }

    /** Files that may be several, under any of the names. */
    public List<Upload> files(String... names) {
        return Stream.of(names).flatMap(this::sent).toList();
    }

    /** Files that came as texts are refused: left out unseen, an edit would lose its mask. */
    private Stream<Upload> sent(String name) {
        if (parts.texts(name).stream().anyMatch(text -> !Legibility.isBlank(text))) {
            fields.wrong(name, "is there as text; send it as a file, with a file name");
        }
        return parts.files(name).stream();
    }

    /** All of it, in words: what tells one form from another. */
    List<String> sent() {
        return Stream.concat(Stream.of(fields.sent()), parts.sentFiles()).toList();
    }

    private void once(String name, int times) {
        if (times > 1) {
            fields.wrong(name, "is there %d times; send it once".formatted(times));
        }
    }

    static Refusal broken() {
        return Problem.of(400, "broken_request", "The form breaks off, or is none that can be read")
                .refusal();
    }
}
