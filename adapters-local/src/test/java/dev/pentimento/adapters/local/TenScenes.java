package dev.pentimento.adapters.local;

import dev.pentimento.domain.prompt.Scene;
import java.util.List;

/** Briefs of many kinds, as people write them. */
final class TenScenes {
    static final List<Scene> ALL = List.of(
            new Scene(
                    "Night ferry",
                    "A small boat on a quiet lake under a crescent moon",
                    "calm and dark",
                    "Flat illustration, muted colours"),
            new Scene("Harvest", "A loaf of bread and a cup on a table", "cosy, warm", "Poster with warm colours"),
            new Scene(
                    "Summit",
                    "A mountain behind a pine forest in the morning",
                    "bright and fresh",
                    "Bright, with strong contrast"),
            new Scene("Red fox", "A red fox in the woods", "mysterious", "Red and navy, dark"),
            new Scene("Birthday", "A cat with a crown", "cheerful", "Vivid, colourful illustration, bright"),
            new Scene("Storm", "A sailing boat on the sea in a storm", "dramatic", "Stark contrast, dark, cool"),
            new Scene("Tulip print", "A single tulip", "delicate", "Pastel, minimalist poster in pink"),
            new Scene(
                    "Radio Luna",
                    "A rocket among stars, with the name \"Luna\"",
                    "energetic",
                    "Vivid logo for \"Luna\", purple"),
            new Scene("Winter cabin", "A cabin under snowy mountains in winter", "lonely", "Cold, blue, soft contrast"),
            new Scene(
                    "Noir",
                    "A bicycle on a street at night",
                    "melancholic",
                    "Black and white, high contrast, minimalist"));

    private TenScenes() {}
}
