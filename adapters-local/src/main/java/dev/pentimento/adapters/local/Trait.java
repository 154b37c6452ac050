package dev.pentimento.adapters.local;

import dev.pentimento.domain.evaluation.CheckKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What can be said of a picture as a whole and measured: the words that ask for it, the figures that tell, and what can be turned to have more of it.
 * The formulas are named with the figures; where a scale begins and ends is our own choice, made on drawings and photographs.
 */
enum Trait {
    BRIGHT(
            CheckKind.ATTRIBUTE,
            "bright luminous radiant",
            "sunny sunlit daylight noon midday morning day daytime",
            up(Lever.LIGHT),
            gauge("mean lightness", m -> m.tones().lightness(), 0.45, 0.85)),
    DARK(
            CheckKind.ATTRIBUTE,
            "dark dim shadowy",
            "night nighttime midnight nocturnal moonlit moonlight",
            down(Lever.LIGHT),
            gauge("mean lightness", m -> m.tones().lightness(), 0.65, 0.25)),
    WARM(
            CheckKind.ATTRIBUTE,
            "warm golden fiery",
            "sunset sunrise autumn autumnal campfire desert",
            up(Lever.WARMTH),
            gauge("warmth of the colours", m -> m.tones().warmth(), -0.4, 0.6)),
    COOL(
            CheckKind.ATTRIBUTE,
            "cool cold chilly icy bluish",
            "winter wintry frost frosty snow snowy arctic",
            down(Lever.WARMTH),
            gauge("warmth of the colours", m -> m.tones().warmth(), 0.4, -0.6)),
    VIVID(
            CheckKind.STYLE,
            "vivid vibrant colorful colourful saturated neon",
            "",
            up(Lever.COLOR),
            gauge("colourfulness", m -> m.tones().colorfulness(), 15, 65)),
    MUTED(
            CheckKind.STYLE,
            "muted subdued desaturated faded earthy restrained understated",
            "",
            down(Lever.COLOR),
            gauge("colourfulness", m -> m.tones().colorfulness(), 65, 15)),
    CONTRASTY(
            CheckKind.STYLE,
            "contrasty bold striking punchy stark",
            "",
            up(Lever.CONTRAST),
            gauge("contrast", m -> m.tones().contrast(), 0.08, 0.28)),
    SOFT(
            CheckKind.STYLE,
            "soft gentle delicate hazy",
            "mist misty fog foggy haze",
            down(Lever.CONTRAST),
            gauge("contrast", m -> m.tones().contrast(), 0.28, 0.08)),
    SHARP(
            CheckKind.STYLE,
            "sharp crisp focused",
            "",
            up(Lever.FOCUS),
            gauge("blur of the edges in px", m -> m.edges().blur(), 2.4, 0.4)),
    BLURRED(
            CheckKind.STYLE,
            "blurred blurry bokeh defocused",
            "",
            down(Lever.FOCUS),
            gauge("blur of the edges in px", m -> m.edges().blur(), 0.4, 2.4)),
    MINIMALIST(
            CheckKind.STYLE,
            "minimalist minimal minimalistic simple uncluttered plain sparse clean",
            "",
            up(Lever.SIMPLICITY),
            gauge("share of edges", m -> m.edges().detail(), 0.2, 0.02)),
    DETAILED(
            CheckKind.STYLE,
            "detailed intricate ornate elaborate",
            "",
            down(Lever.SIMPLICITY),
            gauge("share of edges", m -> m.edges().detail(), 0.02, 0.2)),
    MONOCHROME(
            CheckKind.STYLE,
            "monochrome greyscale grayscale noir",
            "",
            up(Lever.GREY),
            gauge("mean chroma", m -> m.tones().chroma(), 0.05, 0)),
    PASTEL(
            CheckKind.STYLE,
            "pastel",
            "",
            up(Lever.PASTEL),
            gauge("mean lightness", m -> m.tones().lightness(), 0.5, 0.9),
            gauge("mean chroma", m -> m.tones().chroma(), 0.14, 0.03)),
    BALANCED(
            CheckKind.COMPOSITION,
            "balanced balance",
            "",
            List.of(),
            gauge("lean to one side", m -> m.layout().lean(), 0.3, 0)),
    CENTRED(
            CheckKind.COMPOSITION,
            "centred centered central",
            "",
            List.of(),
            gauge("distance of the weight from the centre", m -> m.layout().offCentre(), 0.4, 0)),
    SYMMETRIC(
            CheckKind.COMPOSITION,
            "symmetric symmetrical symmetry",
            "",
            List.of(),
            gauge("likeness to its mirror image", m -> m.layout().symmetry(), 0.2, 1)),
    SPACIOUS(
            CheckKind.COMPOSITION,
            "spacious roomy airy",
            "",
            up(Lever.SPACE),
            gauge("share of the ground", m -> m.layout().ground(), 0.1, 0.7)),
    CALM(
            CheckKind.MOOD,
            "calm serene peaceful tranquil quiet restful",
            "",
            both(down(Lever.COLOR), down(Lever.CONTRAST)),
            gauge("arousal", m -> m.tones().arousal(), 0.4, -0.2),
            gauge("share of edges", m -> m.edges().detail(), 0.2, 0.02)),
    CHEERFUL(
            CheckKind.MOOD,
            "cheerful happy joyful playful merry festive",
            "",
            both(up(Lever.LIGHT), up(Lever.COLOR)),
            gauge("pleasure", m -> m.tones().pleasure(), 0.2, 0.8)),
    DRAMATIC(
            CheckKind.MOOD,
            "dramatic powerful epic mighty intense",
            "storm stormy",
            both(up(Lever.CONTRAST), down(Lever.LIGHT)),
            gauge("contrast", m -> m.tones().contrast(), 0.08, 0.28),
            gauge("dominance", m -> m.tones().dominance(), -0.7, -0.1)),
    GLOOMY(
            CheckKind.MOOD,
            "gloomy melancholic melancholy sad sombre somber lonely bleak",
            "",
            both(down(Lever.LIGHT), down(Lever.COLOR)),
            gauge("pleasure", m -> m.tones().pleasure(), 0.75, 0.15)),
    COSY(
            CheckKind.MOOD,
            "cosy cozy homely inviting",
            "",
            up(Lever.WARMTH),
            gauge("warmth of the colours", m -> m.tones().warmth(), -0.4, 0.6)),
    LIVELY(
            CheckKind.MOOD,
            "lively energetic dynamic exciting",
            "",
            up(Lever.COLOR),
            gauge("arousal", m -> m.tones().arousal(), -0.1, 0.4)),
    MYSTERIOUS(
            CheckKind.MOOD,
            "mysterious eerie spooky mystic",
            "",
            both(down(Lever.LIGHT), down(Lever.WARMTH)),
            gauge("mean lightness", m -> m.tones().lightness(), 0.7, 0.35),
            gauge("warmth of the colours", m -> m.tones().warmth(), 0.6, -0.4));

    private static final Set<Set<Trait>> OPPOSITES = Set.of(
            EnumSet.of(BRIGHT, DARK),
            EnumSet.of(BRIGHT, MYSTERIOUS),
            EnumSet.of(PASTEL, DARK),
            EnumSet.of(WARM, COOL),
            EnumSet.of(COSY, COOL),
            EnumSet.of(VIVID, MUTED),
            EnumSet.of(VIVID, MONOCHROME),
            EnumSet.of(CONTRASTY, SOFT),
            EnumSet.of(SHARP, BLURRED),
            EnumSet.of(MINIMALIST, DETAILED),
            EnumSet.of(CALM, LIVELY),
            EnumSet.of(CHEERFUL, GLOOMY));

    private final CheckKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<String> words;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<String> settings;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of records
    private final List<Remedy> remedies;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of functions without state
    private final List<Gauge> gauges;

    Trait(CheckKind kind, String words, String settings, List<Remedy> remedies, Gauge... gauges) {
        this.kind = kind;
        this.words = Set.of(words.split(" ", -1));
        this.settings = Set.of(settings.split(" ", -1));
        this.remedies = remedies;
        this.gauges = List.of(gauges);
    }

    private static Gauge gauge(String figure, ToDoubleFunction<Measures> value, double none, double full) {
        return new Gauge(figure, value, none, full);
    }

    private static List<Remedy> up(Lever lever) {
        return List.of(new Remedy(lever, 1));
    }

    private static List<Remedy> down(Lever lever) {
        return List.of(new Remedy(lever, -1));
    }

    private static List<Remedy> both(List<Remedy> first, List<Remedy> second) {
        return List.of(first.get(0), second.get(0));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is asked of a picture. */
    String question() {
        String about = kind == CheckKind.MOOD ? "mood" : kind == CheckKind.COMPOSITION ? "composition" : "picture";
        return "Is the %s %s?".formatted(about, label());
    }

    /** Whether no picture can have both. */
    boolean contradicts(Trait other) {
        return OPPOSITES.contains(EnumSet.of(this, other));
    }

    CheckKind kind() {
        return kind;
    }

    List<Remedy> remedies() {
        return remedies;
    }

    /** Whether a word is an adjective of it, and no thing. */
    boolean isAdjective(String word) {
        return words.contains(word);
    }

    /** Whether a word says that a picture is so, or that it shows what makes it so. */
    boolean isCalledBy(String word) {
        return matches(words, word) || matches(settings, word);
    }

    /** The same where the word may say how a thing in the picture is: times, seasons, weather and moods count only. */
    boolean isSettingOf(String word) {
        return matches(settings, word) || (kind == CheckKind.MOOD && matches(words, word));
    }

    private static boolean matches(Set<String> words, String word) {
        return !word.isEmpty()
                && (words.contains(word)
                        || Inflection.bases(word).stream().anyMatch(base -> base.length() > 3 && words.contains(base)));
    }

    /** How much of it a picture has, 0..1; {@link Double#NaN} where the picture does not tell. */
    double degree(Measures measures) {
        return gauges.stream()
                .mapToDouble(gauge -> gauge.degree(measures))
                .average()
                .orElse(Double.NaN);
    }

    /** The figures behind it. */
    String words(Measures measures) {
        return gauges.stream().map(gauge -> gauge.words(measures)).collect(Collectors.joining(", "));
    }

    /** Whether a picture has it. What figures say of a mood is never sure. */
    Judged judge(Measures measures) {
        return Judged.byDegree(degree(measures), kind == CheckKind.MOOD ? 0.6 : 0.9, words(measures));
    }
}
