/** How well an image does what was asked for: questions made once, answers, and a score that is computed from them. */
@NullMarked
package dev.pentimento.domain.evaluation;

import org.jspecify.annotations.NullMarked;
