/** Arguments turned into domain types and images. */
@NullMarked
package dev.pentimento.app.cli.argument;

import org.jspecify.annotations.NullMarked;
