package dev.pentimento.adapters.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.Raster;
import dev.pentimento.testkit.EditorPictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** Answers every order with as many pictures of the right size as were asked for, all different. */
final class Painter implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
        return "painter";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request order = event.getRequest();
        return answer(ordered(order, "size"), Integer.parseInt(ordered(order, "n"))).build();
    }

    private static ResponseDefinitionBuilder answer(String size, int count) {
        String[] sides = size.split("x", 2);
        ImageSize painted = new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        return Answers.images(IntStream.range(0, count)
                .mapToObj(number -> painting(painted, number))
                .toArray(EncodedImage[]::new));
    }

    private static EncodedImage painting(ImageSize size, int number) {
        return EditorPictures.png(Raster.generate(size, (x, y) -> 0xff000000 | (x * 2 % 256) << 16 | (y + number * 40) % 256));
    }

    private static String ordered(Request order, String name) {
        return order.isMultipart()
                ? order.getPart(name).getBody().asString()
                : json(order).path(name).asText();
    }

    private static JsonNode json(Request order) {
        try {
            return new ObjectMapper().readTree(order.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
