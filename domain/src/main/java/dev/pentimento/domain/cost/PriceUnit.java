package dev.pentimento.domain.cost;

import java.util.Locale;

/** What providers count and ask money for. */
public enum PriceUnit {
    TEXT_INPUT_TOKEN(1_000_000),
    IMAGE_INPUT_TOKEN(1_000_000),
    TEXT_OUTPUT_TOKEN(1_000_000),
    IMAGE_OUTPUT_TOKEN(1_000_000),
    /** Of the images delivered; priced per megapixel. */
    PIXEL(1_000_000),
    IMAGE(1),
    /** Whatever the provider means by it, in thousandths; priced per unit. */
    BILLABLE_MILLIUNIT(1000);

    private final long lot;

    PriceUnit(long lot) {
        this.lot = lot;
    }

    /** For how many of them a price is given. */
    public long lot() {
        return lot;
    }

    /** The word for it in price lists, such as {@code text-input-token}; a {@code billable-unit} is the whole one. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-').replace("milliunit", "unit");
    }
}
