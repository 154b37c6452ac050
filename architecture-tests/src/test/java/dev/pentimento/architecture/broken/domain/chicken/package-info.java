@NullMarked
package dev.pentimento.architecture.broken.domain.chicken;

import org.jspecify.annotations.NullMarked;
