/** Money, and how sure we are of it. */
@NullMarked
package dev.pentimento.domain.cost;

import org.jspecify.annotations.NullMarked;
