/** A lineage drawn as text. */
@NullMarked
package dev.pentimento.app.cli.graph;

import org.jspecify.annotations.NullMarked;
