package dev.pentimento.benchmarks;

import dev.pentimento.bootstrap.Pentimento;
import dev.pentimento.bootstrap.Settings;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.identity.UserId;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.ports.in.ImportImages;
import dev.pentimento.ports.in.RefineImage;
import dev.pentimento.ports.spi.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server on a free port, whose editor answers at once. */
final class ServedHome implements AutoCloseable {
    private static final Pattern PICTURE = Pattern.compile("\"image_url\":\"([^\"]+)\"");

    private final Pentimento pentimento;
    private final Server server;
    private final byte[] grey = PacedEditor.CODEC
            .encode(Raster.generate(PacedEditor.SIZE, (x, y) -> 0xff808080), MediaType.PNG)
            .bytes();

    private ServedHome(Pentimento pentimento) {
        this.pentimento = pentimento;
        this.server = pentimento.serve();
    }

    static ServedHome open(Path home) {
        return new ServedHome(Pentimento.open(Settings.defaults()
                .with(Map.of(
                        "home",
                        home.toString(),
                        "server.port",
                        "0",
                        "providers.edit",
                        PacedProviderFactory.NAME,
                        "providers.paced.concurrency",
                        "256",
                        "providers.paced.requests-per-second",
                        "1000",
                        "jobs.workers",
                        "8"))));
    }

    URI address() {
        return server.address();
    }

    /** The signed addresses of so many pictures, each a concept of its own. */
    List<String> importPictures(int number) {
        return Stream.generate(this::importPicture).limit(number).toList();
    }

    private String importPicture() {
        RefineImage.Uploaded upload = new RefineImage.Uploaded(new ImageFile("grey.png", grey));
        ImportImages.Imported imported = pentimento
                .importImages()
                .handle(new ImportImages.Command(UserId.LOCAL, List.of(upload), Brief.EMPTY, null))
                .imported();
        Matcher picture = PICTURE.matcher(get("/api/storage/concept/" + imported.concept()));
        if (!picture.find()) {
            throw new IllegalStateException("The server does not show concept " + imported.concept());
        }
        return picture.group(1);
    }

    private String get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Measuring was interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
        pentimento.close();
    }
}
