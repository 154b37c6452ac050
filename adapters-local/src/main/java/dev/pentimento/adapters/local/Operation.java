package dev.pentimento.adapters.local;

import dev.pentimento.domain.refinement.PreserveAspect;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

/** What the engine can do with a whole picture, in the order in which it is done. */
enum Operation {
    DENOISE("smooth", Group.EFFECT, Smoothing::denoise),
    MIRROR("mirrored", Group.GEOMETRY, amount -> GeometryEdits.mirror()),
    FLIP("flipped", Group.GEOMETRY, amount -> GeometryEdits.flip()),
    TURN("turned upside down", Group.GEOMETRY, amount -> GeometryEdits.turn()),
    CROP("cropped closer", Group.GEOMETRY, GeometryEdits::crop),
    PAD("more space around", Group.GEOMETRY, GeometryEdits::pad),
    TRANSPARENT("transparent background", Group.CUT, amount -> BackdropEdits.transparent()),
    MINIMALIST("minimalist", Group.STYLE, Minimalism::new),
    POSTER("poster", Group.STYLE, StyleEdits::poster),
    WATERCOLOR("watercolor", Group.STYLE, StyleEdits::watercolor),
    SKETCH("sketch", Group.COLOR_STYLE, StyleEdits::sketch),
    PIXEL_ART("pixel art", Group.SHAPE_STYLE, StyleEdits::pixelArt),
    BRIGHTER("brighter", Group.LIGHT, ToneEdits::brightness),
    DARKER("darker", Group.LIGHT, amount -> ToneEdits.brightness(-amount)),
    CONTRAST("more contrast", Group.LIGHT, ToneEdits::contrast),
    SOFT_CONTRAST("less contrast", Group.LIGHT, amount -> ToneEdits.contrast(-amount)),
    WARMER("warmer", Group.COLOR, ToneEdits::warmth),
    COOLER("cooler", Group.COLOR, amount -> ToneEdits.warmth(-amount)),
    VIVID("more vivid", Group.COLOR, ToneEdits::saturation),
    MUTED("more muted", Group.COLOR, amount -> ToneEdits.saturation(-amount)),
    PASTEL("pastel", Group.COLOR, ToneEdits::pastel),
    MONOCHROME("black and white", Group.COLOR_STYLE, ToneEdits::monochrome),
    INVERT("inverted", Group.COLOR_STYLE, ToneEdits::invert),
    SEPIA("sepia", Group.COLOR_STYLE, StyleEdits::sepia),
    VINTAGE("vintage", Group.COLOR_STYLE, StyleEdits::vintage),
    CINEMATIC("cinematic", Group.COLOR_STYLE, StyleEdits::cinematic),
    SUNSET("sunset light", Group.COLOR_STYLE, StyleEdits::sunset),
    NIGHT("night", Group.COLOR_STYLE, StyleEdits::night),
    DRAMATIC("dramatic", Group.STYLE, StyleEdits::dramatic),
    DREAMY("dreamy", Group.STYLE, EffectEdits::glow),
    BLUR("blurred", Group.EFFECT, EffectEdits::blur),
    SHARPEN("sharper", Group.EFFECT, EffectEdits::sharpen),
    VIGNETTE("vignette", Group.EFFECT, EffectEdits::vignette),
    GRAIN("film grain", Group.EFFECT, EffectEdits::grain);

    private static final Map<Operation, Operation> OPPOSITES = opposites();

    private final String label;
    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final DoubleFunction<Edit> edit;

    Operation(String label, Group group, DoubleFunction<Edit> edit) {
        this.label = label;
        this.group = group;
        this.edit = edit;
    }

    /** As people say it. */
    String label() {
        return label;
    }

    /** What can only be left as it is without this operation. */
    Set<PreserveAspect> touches() {
        return group.touches;
    }

    /** Shared with what it excludes. */
    String topic() {
        if (this == FLIP) {
            return MIRROR.label;
        }
        return opposite().filter(other -> other.compareTo(this) < 0).orElse(this).label;
    }

    /** Whether things change their places, which makes no sense inside a mask. */
    boolean moves() {
        return group == Group.GEOMETRY;
    }

    /** Whether it may be limited to one colour. */
    boolean suitsOneColor() {
        return group == Group.COLOR || this == BRIGHTER || this == DARKER;
    }

    Optional<Operation> opposite() {
        return Optional.ofNullable(OPPOSITES.get(this));
    }

    /**
     * The change itself.
     *
     * @param amount 0..1
     */
    Edit edit(double amount) {
        return edit.apply(amount);
    }

    /** What goes well with it, where more than the letter is wanted. */
    List<Operation> companions() {
        return switch (this) {
            case WARMER -> List.of(VIVID, CONTRAST);
            case COOLER, VIVID, CINEMATIC -> List.of(CONTRAST);
            case BRIGHTER, MINIMALIST, POSTER, SUNSET -> List.of(VIVID);
            case DARKER, DRAMATIC, NIGHT, VINTAGE -> List.of(VIGNETTE);
            case MONOCHROME, SEPIA -> List.of(CONTRAST);
            case DREAMY -> List.of(WARMER);
            case PASTEL -> List.of(SOFT_CONTRAST);
            default -> List.of();
        };
    }

    private static Map<Operation, Operation> opposites() {
        Map<Operation, Operation> opposites = new EnumMap<>(Operation.class);
        List.of(
                        List.of(WARMER, COOLER),
                        List.of(BRIGHTER, DARKER),
                        List.of(CONTRAST, SOFT_CONTRAST),
                        List.of(VIVID, MUTED),
                        List.of(BLUR, SHARPEN),
                        List.of(GRAIN, DENOISE),
                        List.of(CROP, PAD))
                .forEach(pair -> {
                    opposites.put(pair.get(0), pair.get(1));
                    opposites.put(pair.get(1), pair.get(0));
                });
        return opposites;
    }

    private enum Group {
        LIGHT,
        EFFECT,
        CUT,
        COLOR(PreserveAspect.COLORS, PreserveAspect.COLOR_SCHEME),
        STYLE(PreserveAspect.STYLE),
        COLOR_STYLE(PreserveAspect.STYLE, PreserveAspect.COLORS, PreserveAspect.COLOR_SCHEME),
        SHAPE_STYLE(PreserveAspect.STYLE, PreserveAspect.SHAPES, PreserveAspect.SYMBOLS),
        GEOMETRY(PreserveAspect.LAYOUT, PreserveAspect.PROPORTIONS, PreserveAspect.SHAPES);

        @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
        private final Set<PreserveAspect> touches;

        Group(PreserveAspect... touches) {
            this.touches = touches.length == 0 ? Set.of() : Set.copyOf(EnumSet.copyOf(List.of(touches)));
        }
    }
}
