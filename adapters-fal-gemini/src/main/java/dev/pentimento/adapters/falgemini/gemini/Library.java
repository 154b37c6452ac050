package dev.pentimento.adapters.falgemini.gemini;

import com.google.genai.ApiClient;
import com.google.genai.HttpApiClient;
import com.google.genai.Models;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpResponse;
import com.google.genai.types.HttpRetryOptions;
import dev.pentimento.provider.http.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;

/**
 * Google's library, of which we use what speaks to models; the rest would look for other addresses and other modes in the environment. It spells
 * requests and sends each once; answers come as they are.
 */
final class Library {
    /** Where both of its variables are set it warns that it takes the key of one, although it is given another. Held, or else the level is forgotten. */
    private static final Logger LOGGER = Logger.getLogger(ApiClient.class.getName());

    static {
        LOGGER.setLevel(Level.SEVERE);
    }

    private final Models models;

    Library(OkHttpClient client, Refusals refusals, String baseUrl, Secret key) {
        OkHttpClient.Builder refusing = client.newBuilder();
        // first, so that it is the last to see an answer
        refusing.interceptors().add(0, refusals);
        this.models = new Models(new HttpApiClient(
                Optional.of(key.reveal()),
                Optional.of(HttpOptions.builder()
                        .baseUrl(baseUrl)
                        .retryOptions(never())
                        .build()),
                Optional.of(ClientOptions.builder()
                        .customHttpClient(refusing.build())
                        .build())));
    }

    /** The list of states alone leaves five attempts after a broken connection, the number alone a nap after the last one. */
    private static HttpRetryOptions never() {
        return HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build();
    }

    /** The body of an answer with success. */
    String post(Question question) throws IOException {
        GenerateContentConfig config =
                question.config().toBuilder().shouldReturnHttpResponse(true).build();
        try {
            return models.generateContent(question.model(), question.contents(), config)
                    .sdkHttpResponse()
                    .flatMap(HttpResponse::body)
                    .orElse("");
        } catch (GenAiIOException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
