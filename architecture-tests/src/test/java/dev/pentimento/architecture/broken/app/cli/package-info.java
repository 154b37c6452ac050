@NullMarked
package dev.pentimento.architecture.broken.app.cli;

import org.jspecify.annotations.NullMarked;
