/** Concepts and tasks: the family of addresses below {@code /api}. */
@NullMarked
package dev.pentimento.adapters.web.concepts;

import org.jspecify.annotations.NullMarked;
