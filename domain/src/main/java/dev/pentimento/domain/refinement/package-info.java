/** What may be asked of an image, and with how much freedom. */
@NullMarked
package dev.pentimento.domain.refinement;

import org.jspecify.annotations.NullMarked;
