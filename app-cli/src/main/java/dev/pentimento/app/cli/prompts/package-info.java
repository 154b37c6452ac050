/** Files of prompts: read, checked, and written again. */
@NullMarked
package dev.pentimento.app.cli.prompts;

import org.jspecify.annotations.NullMarked;
