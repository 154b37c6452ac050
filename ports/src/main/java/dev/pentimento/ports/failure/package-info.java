/** Everything that can go wrong, one type per thing the caller can do about it. */
@NullMarked
package dev.pentimento.ports.failure;

import org.jspecify.annotations.NullMarked;
