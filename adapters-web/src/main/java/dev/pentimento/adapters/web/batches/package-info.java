/** Batches: prompts that go through the loop together, below {@code /api/v1/batches}. */
@NullMarked
package dev.pentimento.adapters.web.batches;

import org.jspecify.annotations.NullMarked;
