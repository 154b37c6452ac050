/** Image files decoded and encoded with ImageIO. */
@NullMarked
package dev.pentimento.adapters.imaging;

import org.jspecify.annotations.NullMarked;
