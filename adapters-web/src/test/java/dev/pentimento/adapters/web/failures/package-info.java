/** Tests of what is told, and what is logged, of jobs that fail. */
@NullMarked
package dev.pentimento.adapters.web.failures;

import org.jspecify.annotations.NullMarked;
