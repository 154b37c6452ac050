/** The program as its users meet it: in a process of its own, on real files. */
@NullMarked
package dev.pentimento.app.cli.endtoend;

import org.jspecify.annotations.NullMarked;
