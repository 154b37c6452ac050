/** The page that a batch leaves behind for people. */
@NullMarked
package dev.pentimento.app.cli.report;

import org.jspecify.annotations.NullMarked;
