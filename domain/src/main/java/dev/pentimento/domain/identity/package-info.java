/** Typed identifiers. */
@NullMarked
package dev.pentimento.domain.identity;

import org.jspecify.annotations.NullMarked;
