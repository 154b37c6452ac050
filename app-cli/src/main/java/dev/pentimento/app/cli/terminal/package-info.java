/** Where a run reads and writes: streams, colours, progress. */
@NullMarked
package dev.pentimento.app.cli.terminal;

import org.jspecify.annotations.NullMarked;
