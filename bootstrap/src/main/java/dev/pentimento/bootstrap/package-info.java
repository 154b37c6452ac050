/** Turns configuration into wired use cases. */
@NullMarked
package dev.pentimento.bootstrap;

import org.jspecify.annotations.NullMarked;
