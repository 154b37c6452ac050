@NullMarked
package dev.pentimento.architecture.broken.adapters.left;

import org.jspecify.annotations.NullMarked;
