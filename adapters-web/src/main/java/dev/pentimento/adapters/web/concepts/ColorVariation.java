package dev.pentimento.adapters.web.concepts;

import java.util.List;

/** An image in another palette. */
record ColorVariation(String id, String paletteName, String description, List<String> colors, String imageUrl) {}
