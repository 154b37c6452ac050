@NullMarked
package dev.pentimento.architecture.broken.testkit;

import org.jspecify.annotations.NullMarked;
