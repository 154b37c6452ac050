/** Files from URLs that anybody may have written, without reaching what is not public. */
@NullMarked
package dev.pentimento.adapters.imaging.fetch;

import org.jspecify.annotations.NullMarked;
