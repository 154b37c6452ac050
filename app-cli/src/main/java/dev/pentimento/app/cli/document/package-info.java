/** The JSON documents on standard output; field names are those of the records in snake case. */
@NullMarked
package dev.pentimento.app.cli.document;

import org.jspecify.annotations.NullMarked;
