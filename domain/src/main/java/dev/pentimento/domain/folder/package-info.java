/** A concept as a folder shows it: which file holds which version, and what came of each refinement. */
@NullMarked
package dev.pentimento.domain.folder;

import org.jspecify.annotations.NullMarked;
