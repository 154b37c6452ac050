@NullMarked
package dev.pentimento.architecture.broken.domain.util;

import org.jspecify.annotations.NullMarked;
