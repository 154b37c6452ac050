/** Completion scripts for shells. */
@NullMarked
package dev.pentimento.app.cli.completion;

import org.jspecify.annotations.NullMarked;
