@NullMarked
package dev.pentimento.architecture.broken.adapters.falgemini.gemini;

import org.jspecify.annotations.NullMarked;
