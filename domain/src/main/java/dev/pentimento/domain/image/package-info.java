/** Images as bytes, as pixels and as masks, and the laws of compositing. */
@NullMarked
package dev.pentimento.domain.image;

import org.jspecify.annotations.NullMarked;
