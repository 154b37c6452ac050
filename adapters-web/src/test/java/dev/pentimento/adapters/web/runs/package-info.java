/** Runs and refinements, asked over the network. */
@NullMarked
package dev.pentimento.adapters.web.runs;

import org.jspecify.annotations.NullMarked;
