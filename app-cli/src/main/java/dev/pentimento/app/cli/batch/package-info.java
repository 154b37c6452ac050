/** The folder that a batch leaves behind. */
@NullMarked
package dev.pentimento.app.cli.batch;

import org.jspecify.annotations.NullMarked;
