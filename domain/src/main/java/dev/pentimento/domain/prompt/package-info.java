/** How a user's words become the prompt that is sent. */
@NullMarked
package dev.pentimento.domain.prompt;

import org.jspecify.annotations.NullMarked;
