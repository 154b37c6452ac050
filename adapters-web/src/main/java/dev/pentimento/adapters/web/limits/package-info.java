/** How much users may still ask for. */
@NullMarked
package dev.pentimento.adapters.web.limits;

import org.jspecify.annotations.NullMarked;
