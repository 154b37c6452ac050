package dev.pentimento.adapters.local;

/**
 * A colour that something shall have, such as "dark blue".
 *
 * @param light added to the lightness of the named colour, -0.3..0.3
 */
record WantedColor(ColorName name, float light) {

    static WantedColor plain(ColorName name) {
        return new WantedColor(name, 0);
    }

    Shade shade() {
        Shade shade = name.shade();
        return light > 0 ? shade.lighter(light).mix(new Shade(1, 0, 0), light) : shade.lighter(light);
    }

    String label() {
        return light == 0 ? name.label() : (light < 0 ? "dark " : "light ") + name.label();
    }
}
