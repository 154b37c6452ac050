package dev.pentimento.testkit.paid;

import dev.pentimento.domain.image.EncodedImage;
import dev.pentimento.domain.image.ImageSize;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a client wants to have painted. The same seed gives the same picture; without one the idempotency key is the seed. */
final class Commission {
    private final String key;
    private final Map<String, String> fields;

    Commission(String key, Map<String, String> fields) {
        this.key = key;
        this.fields = fields;
    }

    String key() {
        return key;
    }

    String prompt() {
        return fields.getOrDefault(PaidFields.PROMPT, "");
    }

    int images() {
        return Integer.parseInt(fields.getOrDefault(PaidFields.COUNT, "1"));
    }

    /** The whole answer of a vendor in good health. */
    byte[] delivery(String requestId, long microUsd) {
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put(PaidFields.REQUEST_ID, requestId);
        delivery.put(PaidFields.MODEL, fields.getOrDefault(PaidFields.MODEL, "paint-1"));
        delivery.put(PaidFields.PROMPT, prompt());
        delivery.put(PaidFields.COST, microUsd);
        for (int i = 0; i < images(); i++) {
            delivery.put(
                    PaidFields.IMAGE + i,
                    Base64.getEncoder().encodeToString(picture(i).bytes()));
        }
        return FlatJson.write(delivery);
    }

    /** Not finished, so different from all that are. */
    byte[] partialImage() {
        return picture(-1).bytes();
    }

    private EncodedImage picture(int number) {
        String seed = fields.getOrDefault(PaidFields.SEED, key) + "/" + prompt() + "/" + number;
        return PaintedPicture.of(size(), spread(seed));
    }

    /** The 64-bit hash of Fowler, Noll and Vo: {@link String#hashCode} gives the same to too many. */
    private static long spread(String text) {
        return text.chars()
                .asLongStream()
                .reduce(0xcbf29ce484222325L, (hash, letter) -> (hash ^ letter) * 0x100000001b3L);
    }

    private ImageSize size() {
        String base = fields.get(PaidFields.BASE);
        return base != null
                ? PaintedPicture.sizeOfPng(Base64.getDecoder().decode(base))
                : new ImageSize(number(PaidFields.WIDTH), number(PaidFields.HEIGHT));
    }

    private int number(String field) {
        return Integer.parseInt(fields.getOrDefault(field, "64"));
    }
}
