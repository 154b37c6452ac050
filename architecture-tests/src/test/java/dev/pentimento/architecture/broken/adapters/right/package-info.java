@NullMarked
package dev.pentimento.architecture.broken.adapters.right;

import org.jspecify.annotations.NullMarked;
