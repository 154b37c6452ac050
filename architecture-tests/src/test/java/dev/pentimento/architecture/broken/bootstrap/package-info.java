@NullMarked
package dev.pentimento.architecture.broken.bootstrap;

import org.jspecify.annotations.NullMarked;
