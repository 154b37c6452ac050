package dev.pentimento.adapters.jigsawstack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageFile;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.RefinementKind;
import dev.pentimento.ports.failure.FetchFailure;
import dev.pentimento.ports.out.CallContext;
import dev.pentimento.ports.out.ImageEditor;
import dev.pentimento.ports.out.MadeImages;
import dev.pentimento.ports.spi.Provider;
import dev.pentimento.ports.spi.ProviderSettings;
import dev.pentimento.testkit.EditorPictures;
import dev.pentimento.testkit.TestCallContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The provider with the stand-in for its vendor, and the files that the vendor names by URLs. */
final class Trial implements AutoCloseable {
    static final String KEY = "sk-jigsaw-very-secret";
    static final EncodedImage BASE = EditorPictures.png(EditorPictures.colorful(new ImageSize(384, 256)));

    final ImageScript images = new ImageScript();
    final PaletteScript palettes = new PaletteScript();
    final Map<URI, byte[]> files = new ConcurrentHashMap<>();
    private final Provider imaging = provider(images);
    private final Provider writing = provider(palettes);

    private Provider provider(JigsawStackScript script) {
        Map<String, String> settings = script.settings(script.address(), KEY);
        return new JigsawStackProviderFactory()
                .create(
                        ProviderSettings.of(JigsawStackProviderFactory.NAME, settings, script.models()),
                        (url, context) -> file(url));
    }

    private ImageFile file(URI url) {
        byte[] bytes = files.get(url);
        if (bytes == null) {
            throw new FetchFailure(FetchFailure.Reason.NOT_FOUND, url + " is not there");
        }
        return new ImageFile("result.png", bytes);
    }

    Provider imaging() {
        return imaging;
    }

    Provider writing() {
        return writing;
    }

    /** From now on images are answered so. */
    void imagesAnswer(ResponseDefinitionBuilder response) {
        images.server().stubFor(images.order().willReturn(response));
    }

    /** From now on the prompt engine answers with a recorded answer. */
    void promptsAnswer(String file) {
        palettes.server()
                .stubFor(palettes.order()
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withBody(recorded(file))));
    }

    static byte[] recorded(String file) {
        try (InputStream in = Objects.requireNonNull(Trial.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MadeImages edit() {
        return edit(TestCallContext.calm());
    }

    MadeImages edit(CallContext context) {
        ImageEditor.Request request = new ImageEditor.Request(
                RefinementKind.PROMPT,
                new Instruction("make it warmer"),
                Brief.EMPTY,
                BASE,
                new ImageSize(384, 256),
                List.of(),
                null,
                null,
                Knobs.DEFAULT,
                null);
        return imaging.editor().orElseThrow().edit(request, context);
    }

    @Override
    public void close() {
        imaging.close();
        writing.close();
        images.close();
        palettes.close();
    }
}
