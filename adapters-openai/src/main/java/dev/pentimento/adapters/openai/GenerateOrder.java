package dev.pentimento.adapters.openai;

import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponse;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.models.images.ImageGenCompletedEvent;
import com.openai.models.images.ImageGenPartialImageEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.services.blocking.ImageService;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.ports.out.ImageGenerator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pictures to be made from words, as JSON. */
record GenerateOrder(Model model, Wishes wishes, ImageGenerator.Request request) implements Order {

    @Override
    public String prompt() {
        return request.prompt(model.maxPrompt());
    }

    @Override
    public int partialImages() {
        return model.partialImages(wishes, request.variants());
    }

    /** The size wanted, or the one of the model's that is most like it. */
    ImageSize size() {
        return model.canvas().fit(request.size());
    }

    @Override
    public <T> T inOnePiece(ImageService.WithRawResponse images, Function<HttpResponse, T> reading) {
        try (HttpResponse answer = images.generate(params().build())) {
            return reading.apply(answer);
        }
    }

    @Override
    public <T> T asEvents(ImageService.WithRawResponse images, Function<Streamed<?>, T> reading) {
        ImageGenerateParams params = params().partialImages(partialImages()).build();
        try (HttpResponseFor<StreamResponse<ImageGenStreamEvent>> answer = images.generateStreaming(params)) {
            return reading.apply(new Streamed<>(answer, event -> event.accept(new Meaning())));
        }
    }

    private ImageGenerateParams.Builder params() {
        ImageGenerateParams.Builder params = ImageGenerateParams.builder()
                .model(model.id())
                .prompt(prompt())
                .size(size().toString())
                .n(request.variants());
        Wishes.ask(wishes.quality(), ImageGenerateParams.Quality::of, params::quality);
        Wishes.ask(wishes.background(), ImageGenerateParams.Background::of, params::background);
        Wishes.ask(wishes.outputFormat(), ImageGenerateParams.OutputFormat::of, params::outputFormat);
        Wishes.ask(wishes.moderation(), ImageGenerateParams.Moderation::of, params::moderation);
        return params;
    }

    private static final class Meaning implements ImageGenStreamEvent.Visitor<Happening> {
        @Override
        public Happening visitGenerationPartialImage(ImageGenPartialImageEvent event) {
            return new Happening.Partial(event.b64Json());
        }

        @Override
        public Happening visitGenerationCompleted(ImageGenCompletedEvent event) {
            return new Happening.Completed(event.b64Json(), event._usage());
        }

        @Override
        public Happening unknown(@Nullable JsonValue event) {
            return new Happening.Other();
        }
    }
}
