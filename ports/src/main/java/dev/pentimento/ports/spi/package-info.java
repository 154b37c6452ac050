/** How an adapter registers itself by name. */
@NullMarked
package dev.pentimento.ports.spi;

import org.jspecify.annotations.NullMarked;
