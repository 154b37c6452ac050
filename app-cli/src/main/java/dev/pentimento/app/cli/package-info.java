/** The command line: arguments to use cases to output. */
@NullMarked
package dev.pentimento.app.cli;

import org.jspecify.annotations.NullMarked;
