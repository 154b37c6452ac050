@NullMarked
package dev.pentimento.architecture.broken.domain.names;

import org.jspecify.annotations.NullMarked;
