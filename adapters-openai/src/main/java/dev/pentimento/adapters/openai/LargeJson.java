package dev.pentimento.adapters.openai;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import dev.pentimento.provider.http.Transport;

/**
 * JSON as OpenAI's library reads it, with pictures of any size in it: one of 8 megapixels may be longer in base64 than the 20 million characters that
 * Jackson takes for the longest sensible text.
 */
final class LargeJson {
    static final JsonMapper MAPPER = mapper();

    private LargeJson() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = ObjectMappers.jsonMapper().copy();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Math.toIntExact(Transport.MAX_BODY_BYTES))
                        .build());
        return mapper;
    }
}
