/** Versions and the graph they form. */
@NullMarked
package dev.pentimento.domain.lineage;

import org.jspecify.annotations.NullMarked;
