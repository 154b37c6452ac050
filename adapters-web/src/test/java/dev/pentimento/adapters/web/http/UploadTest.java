package dev.pentimento.adapters.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pentimento.adapters.web.FormBody;
import dev.pentimento.domain.identity.UserId;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that are received take up memory that is counted. */
class UploadTest {
    private static final int KILOBYTE = 1 << 10;

    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.jetty.host = "127.0.0.1";
                config.jetty.port = 0;
                table().bind(config.routes);
            })
            .start();

    private static RouteTable table() {
        return new RouteTable(
                List.of(reading()),
                request -> Caller.always(UserId.LOCAL),
                new Sender(Runnable::run, false),
                null,
                false,
                new UploadMemory(100 * KILOBYTE));
    }

    private static Route reading() {
        return new Route(
                Method.POST, "/read", "Reads all files", List.of(), null, Map.of(), List.of(), false, UploadTest::read);
    }

    private static Answer read(Call call) {
        call.form().files("file").forEach(Upload::bytes);
        return Answer.nothing();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void fileThatDoesNotFitIsRefused() throws IOException, InterruptedException {
        assertThat(post(file(101)).statusCode()).isEqualTo(413);
    }

    @Test
    void filesOfOneRequestAreCountedTogether() throws IOException, InterruptedException {
        assertThat(post(file(60).png("file", new byte[60 * KILOBYTE])).statusCode())
                .isEqualTo(503);
    }

    @Test
    void memoryIsFreeAgainWhenARequestEnds() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(post(file(60)).statusCode()).isEqualTo(204);
        }
    }

    private static FormBody file(int kilobytes) {
        return new FormBody().png("file", new byte[kilobytes * KILOBYTE]);
    }

    private HttpResponse<String> post(FormBody form) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/read".formatted(server.port()));
        return HttpClient.newHttpClient()
                .send(form.in(HttpRequest.newBuilder(address)).build(), BodyHandlers.ofString());
    }
}
