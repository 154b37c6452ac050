package dev.pentimento.adapters.langchain4j;

import dev.langchain4j.data.image.Image;
import dev.langchain4j.model.image.ImageModel;
import dev.langchain4j.model.output.Response;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A model that answers as it is told, and remembers what it was asked. */
final class ScriptedImageModel implements ImageModel {
    final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private volatile IntFunction<Image> several = ScriptedImageModel::painted;
    private volatile Function<Asked, Image> script = question -> inverted(question.image());

    /** One question; {@code image} and {@code mask} null = none. */
    record Asked(
            String prompt, @Nullable Image image, @Nullable Image mask) {}

    void answers(Function<Asked, Image> newScript) {
        script = newScript;
    }

    /** The images of one answer, by their number. */
    void answersSeveral(IntFunction<Image> newScript) {
        several = newScript;
    }

    @Override
    public Response<Image> generate(String prompt) {
        return Response.from(answer(new Asked(prompt, null, null)));
    }

    @Override
    public Response<List<Image>> generate(String prompt, int n) {
        asked.add(new Asked(prompt, null, null));
        return Response.from(IntStream.range(0, n).mapToObj(several).toList());
    }

    @Override
    public Response<Image> edit(Image image, String prompt) {
        return Response.from(answer(new Asked(prompt, image, null)));
    }

    @Override
    public Response<Image> edit(Image image, Image mask, String prompt) {
        return Response.from(answer(new Asked(prompt, image, mask)));
    }

    private Image answer(Asked question) {
        asked.add(question);
        return script.apply(question);
    }

    static Image inverted(@Nullable Image image) {
        if (image == null) {
            return painted(0);
        }
        Raster raster = EditorPictures.raster(file(image));
        return image(EditorPictures.png(Raster.generate(raster.size(), (x, y) -> raster.argb(x, y) ^ 0x00ffffff)));
    }

    static Image painted(int number) {
        return image(EditorPictures.png(Raster.generate(EditorPictures.SIZE, (x, y) -> 0xff000000 | number * 40 + x)));
    }

    static Image image(EncodedImage file) {
        return Image.builder()
                .base64Data(Base64.getEncoder().encodeToString(file.bytes()))
                .mimeType(file.mediaType().mime())
                .build();
    }

    static EncodedImage file(Image image) {
        return EncodedImage.of(ImageBytes.of(image).orElseThrow());
    }
}
