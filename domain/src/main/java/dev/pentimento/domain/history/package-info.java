/** Everything that was made, as one thing that can leave a home and come back. */
@NullMarked
package dev.pentimento.domain.history;

import org.jspecify.annotations.NullMarked;
