package dev.pentimento.adapters.openai;

import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.images.ImageEditCompletedEvent;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageEditPartialImageEvent;
import com.openai.models.images.ImageEditStreamEvent;
import com.openai.services.blocking.ImageService;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.ports.out.ImageEditor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture to be changed, as a form of many parts. Every image needs a file name and a media type: the library would send them as bytes of any kind,
 * which OpenAI refuses.
 */
record EditOrder(Model model, Wishes wishes, ImageEditor.Request request) implements Order {
    private static final String PNG = "image/png";

    @Override
    public String prompt() {
        return request.prompt(model.maxPrompt());
    }

    @Override
    public int partialImages() {
        return model.partialImages(wishes, request.knobs().candidates());
    }

    @Override
    public <T> T inOnePiece(ImageService.WithRawResponse images, Function<HttpResponse, T> reading) {
        try (HttpResponse answer = images.edit(params().build())) {
            return reading.apply(answer);
        }
    }

    @Override
    public <T> T asEvents(ImageService.WithRawResponse images, Function<Streamed<?>, T> reading) {
        ImageEditParams params = params().partialImages(partialImages()).build();
        try (HttpResponseFor<StreamResponse<ImageEditStreamEvent>> answer = images.editStreaming(params)) {
            return reading.apply(new Streamed<>(answer, event -> event.accept(new Meaning())));
        }
    }

    private ImageEditParams.Builder params() {
        ImageEditParams.Builder params = ImageEditParams.builder()
                .model(model.id())
                .prompt(prompt())
                .image(images())
                .size(request.size().toString())
                .n(request.knobs().candidates());
        addMask(params);
        addWishes(params);
        return params;
    }

    /** The base first: it is the one to be changed, and the one the mask belongs to. */
    private MultipartField<ImageEditParams.Image> images() {
        List<InputStream> streams = Stream.concat(Stream.of(request.base()), request.references().stream())
                .map(EditOrder::stream)
                .toList();
        ImageEditParams.Image value = streams.size() == 1
                ? ImageEditParams.Image.ofInputStream(streams.get(0))
                : ImageEditParams.Image.ofInputStreams(streams);
        return MultipartField.<ImageEditParams.Image>builder()
                .value(value)
                .filename("image.png")
                .contentType(PNG)
                .build();
    }

    private void addMask(ImageEditParams.Builder params) {
        EncodedImage mask = request.maskFile();
        if (mask != null) {
            params.mask(MultipartField.<InputStream>builder()
                    .value(stream(mask))
                    .filename("mask.png")
                    .contentType(PNG)
                    .build());
        }
    }

    private void addWishes(ImageEditParams.Builder params) {
        Wishes.ask(wishes.quality(), ImageEditParams.Quality::of, params::quality);
        Wishes.ask(wishes.background(), ImageEditParams.Background::of, params::background);
        Wishes.ask(wishes.outputFormat(), ImageEditParams.OutputFormat::of, params::outputFormat);
        if (model.takesInputFidelity()) {
            Wishes.ask(wishes.inputFidelity(), ImageEditParams.InputFidelity::of, params::inputFidelity);
        }
        // documented for edits too, but forgotten in the library
        Wishes.ask(
                wishes.moderation(),
                JsonValue::from,
                value -> params.putAdditionalBodyProperty(Wishes.MODERATION, value));
    }

    private static InputStream stream(EncodedImage image) {
        return new ByteArrayInputStream(image.bytes());
    }

    private static final class Meaning implements ImageEditStreamEvent.Visitor<Happening> {
        @Override
        public Happening visitPartialImage(ImageEditPartialImageEvent event) {
            return new Happening.Partial(event.b64Json());
        }

        @Override
        public Happening visitCompleted(ImageEditCompletedEvent event) {
            return new Happening.Completed(event.b64Json(), event._usage());
        }

        @Override
        public Happening unknown(@Nullable JsonValue event) {
            return new Happening.Other();
        }
    }
}
