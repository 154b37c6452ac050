@NullMarked
package dev.pentimento.architecture.broken.ports.out;

import org.jspecify.annotations.NullMarked;
