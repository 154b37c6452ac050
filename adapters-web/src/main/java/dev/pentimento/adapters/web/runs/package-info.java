/** Runs and their refinements: the API below {@code /api/v1}. A run is what is called a concept everywhere else. */
@NullMarked
package dev.pentimento.adapters.web.runs;

import org.jspecify.annotations.NullMarked;
