@NullMarked
package dev.pentimento.architecture.broken.ports.failure;

import org.jspecify.annotations.NullMarked;
