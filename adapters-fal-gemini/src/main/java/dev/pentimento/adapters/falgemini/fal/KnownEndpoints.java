package dev.pentimento.adapters.falgemini.fal;

import dev.pentimento.domain.image.Canvas;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.refinement.Instruction;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the endpoints take that are known without a catalogue.
 *
 * <p>Source: the API page of each on fal.ai, read in November 2026; of kontext the pages of its variants max and multi in fal's model API reference, which
 * name the same parameters, of nano-banana its OpenAPI description as others host it, for want of its own. The sizes are those the models were trained for, as their authors publish them; an
 * endpoint that is sent a picture of another size rounds it by itself, and not always without distortion.
 */
final class KnownEndpoints {
    /** What diffusion models of about a megapixel work on. */
    static final Canvas DIFFUSION = new Canvas.Grid(32, 512, 2048, 512 * 512, 2048 * 1024, 4);

    /** No prompt of ours is longer. */
    static final int MAX_PROMPT = Instruction.MAX_LENGTH;

    private static final Canvas KONTEXT = listed("""
            672x1568 688x1504 720x1456 752x1392 800x1328 832x1248 880x1184 944x1104 1024x1024 \
            1104x944 1184x880 1248x832 1328x800 1392x752 1456x720 1504x688 1568x672""");

    private static final Canvas NANO_BANANA = listed("""
            768x1344 832x1248 864x1184 896x1152 1024x1024 1152x896 1184x864 1248x832 1344x768 1536x672""");

    private static final String LIGHTNING = """
            prompt text, image_size size, num_inference_steps 1|2|4|8, num_images 1..8, seed 0..2147483647, \
            format jpeg|png, enable_safety_checker flag, expand_prompt flag, sync_mode flag""";

    private static final Map<String, Endpoint> TABLE = Stream.of(
                    endpoint("fal-ai/fast-lightning-sdxl", LIGHTNING, DIFFUSION, 0),
                    endpoint(
                            "fal-ai/fast-lightning-sdxl/image-to-image",
                            LIGHTNING
                                    + ", image_url url, strength 0.05..1.0, preserve_aspect_ratio flag, crop_output flag",
                            DIFFUSION,
                            0),
                    endpoint(
                            "fal-ai/fast-lightning-sdxl/inpainting",
                            LIGHTNING + ", image_url url, mask_url url, strength 0.05..1.0",
                            DIFFUSION,
                            0),
                    endpoint("fal-ai/flux/dev/image-to-image", """
                            prompt text, image_url url, strength 0.01..1.0, num_inference_steps 10..50, \
                            guidance_scale 1.0..20.0, num_images 1..4, seed 0..2147483647, output_format jpeg|png, \
                            acceleration none|regular|high, enable_safety_checker flag, sync_mode flag""", DIFFUSION, 0),
                    endpoint("fal-ai/flux-pro/kontext", """
                            prompt text, image_url url, guidance_scale 1.0..20.0, num_images 1..4, seed 0..2147483647, \
                            output_format jpeg|png, safety_tolerance 1|2|3|4|5|6, enhance_prompt flag, \
                            aspect_ratio 21:9|16:9|4:3|3:2|1:1|2:3|3:4|9:16|9:21, sync_mode flag""", KONTEXT, 0),
                    endpoint("fal-ai/nano-banana/edit", """
                            prompt text, image_urls urls, num_images 1..4, output_format jpeg|png|webp, \
                            aspect_ratio auto|21:9|16:9|3:2|4:3|5:4|1:1|4:5|3:4|2:3|9:16, sync_mode flag""", NANO_BANANA, 9))
            .collect(Collectors.toMap(Endpoint::id, it -> it, (one, other) -> one, LinkedHashMap::new));

    private KnownEndpoints() {}

    /** By name. */
    static Map<String, Endpoint> all() {
        return Collections.unmodifiableMap(TABLE);
    }

    private static Endpoint endpoint(String id, String parameters, Canvas canvas, int maxReferences) {
        Map<String, Allowed> table = new LinkedHashMap<>();
        for (String row : parameters.split(", ", -1)) {
            String[] cells = row.split(" ", 2);
            table.put(cells[0], Allowed.of(cells[1]));
        }
        return new Endpoint(id, table, Map.of(), canvas, MAX_PROMPT, maxReferences);
    }

    private static Canvas listed(String sizes) {
        return new Canvas.Listed(Arrays.stream(sizes.split(" ", -1))
                .map(size -> size.split("x", 2))
                .map(sides -> new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])))
                .toList());
    }
}
