/** Tests of the addresses below {@code /api/v1/batches}. */
@NullMarked
package dev.pentimento.adapters.web.batches;

import org.jspecify.annotations.NullMarked;
