/** Where a picture comes from, as its file tells it to the world. */
@NullMarked
package dev.pentimento.domain.provenance;

import org.jspecify.annotations.NullMarked;
