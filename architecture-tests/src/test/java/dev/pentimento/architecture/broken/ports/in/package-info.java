@NullMarked
package dev.pentimento.architecture.broken.ports.in;

import org.jspecify.annotations.NullMarked;
