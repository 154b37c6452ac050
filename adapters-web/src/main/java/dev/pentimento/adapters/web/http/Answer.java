package dev.pentimento.adapters.web.http;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param headers besides those that every answer has
 */
public record Answer(int status, Map<String, String> headers, Content content) {
    public static final int OK = 200;
    public static final int CREATED = 201;
    public static final int ACCEPTED = 202;
    public static final int NO_CONTENT = 204;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** @param document a record, whose components become members in snake case, or what Jackson can write */
    public static Answer of(int status, Object document) {
        return new Answer(status, Map.of(), new Content.Document(document));
    }

    public static Answer ok(Object document) {
        return of(OK, document);
    }

    public static Answer nothing() {
        return new Answer(NO_CONTENT, Map.of(), new Content.Nothing());
    }

    public static Answer file(String mediaType, byte[] bytes) {
        return new Answer(OK, Map.of(), new Content.File(mediaType, new ByteArrayInputStream(bytes)));
    }

    /** An answer that goes on for as long as {@code flow} writes. */
    public static Answer flowing(String mediaType, Content.Writer flow) {
        return new Answer(OK, Map.of(), new Content.Flow(mediaType, flow));
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, content);
    }

    /** Whoever asks again and knows the document already is told just that. */
    public Answer tagged() {
        return with(Sender.ETAG, "");
    }

    public Answer with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, more, content);
    }
}
