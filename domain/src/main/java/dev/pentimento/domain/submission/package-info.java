/** Submissions that may arrive twice and are carried out once. */
@NullMarked
package dev.pentimento.domain.submission;

import org.jspecify.annotations.NullMarked;
