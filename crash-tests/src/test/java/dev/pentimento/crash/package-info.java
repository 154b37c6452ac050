/** Kills, stops and starves real processes in the midst of paid work, and examines the books afterwards. */
@NullMarked
package dev.pentimento.crash;

import org.jspecify.annotations.NullMarked;
