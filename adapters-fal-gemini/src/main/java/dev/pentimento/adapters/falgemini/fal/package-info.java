/** fal: image models behind one queue. */
@NullMarked
package dev.pentimento.adapters.falgemini.fal;

import org.jspecify.annotations.NullMarked;
