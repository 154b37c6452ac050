package dev.pentimento.testkit.wire;

import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.out.CallContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Fetches what the stand-in answers with URLs, without the guard that keeps the product from private addresses. */
final class Results {
    private final HttpClient client = HttpClient.newHttpClient();

    ImageFile fetch(URI url, CallContext context) {
        context.checkCanceled();
        Hidden.keyIsHiddenIn(url);
        try {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new FetchFailure(
                        FetchFailure.Reason.HTTP_STATUS, "%s answers %d".formatted(url, answer.statusCode()));
            }
            return new ImageFile("result", answer.body());
        } catch (IOException e) {
            throw new FetchFailure(FetchFailure.Reason.UNREACHABLE, url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFailure(FetchFailure.Reason.TIMED_OUT, url + " was not waited for", e);
        }
    }
}
