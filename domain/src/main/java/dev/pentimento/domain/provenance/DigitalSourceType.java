package dev.pentimento.domain.provenance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The terms of the IPTC vocabulary "Digital Source Type" that algorithms and models have a part in. */
public enum DigitalSourceType {
    /** Made by a trained model alone. */
    TRAINED_ALGORITHMIC_MEDIA("trainedAlgorithmicMedia"),
    /** A trained model had a part in it, beside something else. */
    COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA("compositeWithTrainedAlgorithmicMedia"),
    /** Made by an algorithm that was not trained with pictures. */
    ALGORITHMIC_MEDIA("algorithmicMedia"),
    /** Changed by such an algorithm. */
    ALGORITHMICALLY_ENHANCED("algorithmicallyEnhanced");

    private static final String VOCABULARY = "cv.iptc.org/newscodes/digitalsourcetype/";

    private final String code;

    DigitalSourceType(String code) {
        this.code = code;
    }

    /** The official identifier, such as {@code http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia}. */
    public String uri() {
        return "http://" + VOCABULARY + code;
    }

    /** The name in JSON, such as {@code algorithmic_media}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for the other terms of the vocabulary and for everything else; some programs write https. */
    public static Optional<DigitalSourceType> ofUri(String uri) {
        String address = uri.strip().replaceFirst("^https?://", "");
        return Arrays.stream(values())
                .filter(type -> address.equals(VOCABULARY + type.code))
                .findFirst();
    }

    boolean involvesTrainedModel() {
        return this == TRAINED_ALGORITHMIC_MEDIA || this == COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
    }
}
