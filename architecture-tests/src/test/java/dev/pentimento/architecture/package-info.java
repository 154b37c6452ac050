/** The rules that keep the hexagon a hexagon, and proof that each of them bites. */
@NullMarked
package dev.pentimento.architecture;

import org.jspecify.annotations.NullMarked;
