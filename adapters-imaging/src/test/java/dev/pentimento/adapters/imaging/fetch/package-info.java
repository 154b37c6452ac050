/** Fetching, attacked. */
@NullMarked
package dev.pentimento.adapters.imaging.fetch;

import org.jspecify.annotations.NullMarked;
