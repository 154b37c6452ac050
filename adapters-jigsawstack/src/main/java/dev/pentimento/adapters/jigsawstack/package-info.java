/** Images and palettes by JigsawStack. */
@NullMarked
package dev.pentimento.adapters.jigsawstack;

import org.jspecify.annotations.NullMarked;
