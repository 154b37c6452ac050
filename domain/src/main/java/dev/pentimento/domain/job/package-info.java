/** The work and its states. */
@NullMarked
package dev.pentimento.domain.job;

import org.jspecify.annotations.NullMarked;
