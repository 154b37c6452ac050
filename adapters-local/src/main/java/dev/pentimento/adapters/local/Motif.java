package dev.pentimento.adapters.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything the engine can draw: the words that call for it, and where it belongs. */
enum Motif {
    CUP(
            Place.FRONT,
            ThingMotifs::cup,
            "cup mug coffee cafe café espresso cappuccino latte tea teahouse barista roastery roaster"),
    LEAF(Place.FRONT, PlantMotifs::leaf, "leaf leaves herb herbal mint eco vegan salad"),
    SPROUT(
            Place.FRONT,
            PlantMotifs::sprout,
            "sprout plant seedling garden gardener gardening nursery botanical botanic vegetable"),
    TREE(Place.LAND, PlantMotifs::tree, "tree oak maple orchard park"),
    PINE(Place.LAND, PlantMotifs::pine, "pine fir spruce conifer forest wood woods woodland camping camp"),
    MOUNTAIN(Place.LAND, LandMotifs::mountain, "mountain mount peak summit alps alpine hill hiking climbing volcano"),
    WAVE(Place.LAND, LandMotifs::wave, "wave sea ocean surf surfing water lake beach coast tide"),
    SUN(Place.SKY, SkyMotifs::sun, "sun sunny sunrise sunset sunshine solar"),
    MOON(Place.SKY, SkyMotifs::moon, "moon lunar crescent moonlight moonlit night"),
    STAR(Place.SKY, SkyMotifs::star, "star stars starry stellar"),
    HOUSE(
            Place.FRONT,
            LandMotifs::house,
            "house home cottage cabin hut building architect architecture inn hotel realty"),
    BOAT(Place.FRONT, LandMotifs::boat, "boat sail sailing sailboat sailor ship yacht regatta"),
    ANCHOR(Place.FRONT, LandMotifs::anchor, "anchor harbour harbor port nautical marina"),
    CAT(Place.FRONT, AnimalMotifs::cat, "cat kitten kitty feline"),
    DOG(Place.FRONT, AnimalMotifs::dog, "dog puppy hound canine pet"),
    FOX(Place.FRONT, AnimalMotifs::fox, "fox vixen foxes"),
    FISH(Place.FRONT, AnimalMotifs::fish, "fish salmon trout tuna fishing sushi seafood aquarium"),
    BIRD(Place.FRONT, AnimalMotifs::bird, "bird sparrow robin finch swallow dove songbird nightingale"),
    FLOWER(Place.FRONT, PlantMotifs::flower, "flower daisy blossom bloom petal florist floral sunflower"),
    TULIP(Place.FRONT, PlantMotifs::tulip, "tulip rose lily bouquet"),
    HEART(Place.FRONT, ThingMotifs::heart, "heart love valentine wedding care"),
    BOOK(Place.FRONT, ThingMotifs::book, "book bookshop bookstore library reading novel school story publisher"),
    BICYCLE(Place.FRONT, ThingMotifs::bicycle, "bicycle bike cycle cycling cyclist"),
    ROCKET(Place.FRONT, ThingMotifs::rocket, "rocket spaceship space launch spacecraft startup"),
    FLAME(Place.FRONT, SkyMotifs::flame, "flame fire campfire burning torch candle grill barbecue"),
    BOLT(Place.FRONT, SkyMotifs::bolt, "bolt lightning thunder electric electricity energy power"),
    DROP(Place.FRONT, SkyMotifs::drop, "drop droplet rain oil"),
    NOTE(Place.FRONT, ThingMotifs::note, "note music musical song jazz concert melody choir piano"),
    CAMERA(Place.FRONT, ThingMotifs::camera, "camera photography photographer film"),
    CROWN(Place.FRONT, ThingMotifs::crown, "crown king queen royal prince princess"),
    BREAD(Place.FRONT, ThingMotifs::bread, "bread bakery baker loaf toast baking");

    private final Place place;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Supplier<List<Layer>> drawing;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
    private final Set<String> words;

    Motif(Place place, Supplier<List<Layer>> drawing, String words) {
        this.place = place;
        this.drawing = drawing;
        this.words = Set.of(words.split(" ", -1));
    }

    static Optional<Motif> calledBy(String word) {
        return with(word)
                .or(() -> Inflection.bases(word).stream()
                        .flatMap(base -> with(base).stream())
                        .findFirst());
    }

    private static Optional<Motif> with(String word) {
        return Arrays.stream(values())
                .filter(motif -> motif.words.contains(word))
                .findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Place place() {
        return place;
    }

    List<Layer> layers() {
        return drawing.get();
    }

    /** Where a motif stands in a scene. */
    enum Place {
        SKY,
        /** The land itself, or what covers it. */
        LAND,
        FRONT
    }
}
