/** The embedded engine: plans pixel operations from the words of a prompt. */
@NullMarked
package dev.pentimento.adapters.local;

import org.jspecify.annotations.NullMarked;
