@NullMarked
package dev.pentimento.architecture.broken.adapters.falgemini.fal;

import org.jspecify.annotations.NullMarked;
