@NullMarked
package dev.pentimento.architecture.broken.ports.spi;

import org.jspecify.annotations.NullMarked;
