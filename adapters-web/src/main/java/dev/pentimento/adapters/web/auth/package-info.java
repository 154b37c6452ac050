/** Who asks. */
@NullMarked
package dev.pentimento.adapters.web.auth;

import org.jspecify.annotations.NullMarked;
