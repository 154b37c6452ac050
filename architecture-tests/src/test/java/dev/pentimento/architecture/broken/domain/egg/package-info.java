@NullMarked
package dev.pentimento.architecture.broken.domain.egg;

import org.jspecify.annotations.NullMarked;
