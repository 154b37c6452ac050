/** How much a user may ask for in a month. */
@NullMarked
package dev.pentimento.domain.quota;

import org.jspecify.annotations.NullMarked;
