/** What happens, as it happens. */
@NullMarked
package dev.pentimento.adapters.web.live;

import org.jspecify.annotations.NullMarked;
