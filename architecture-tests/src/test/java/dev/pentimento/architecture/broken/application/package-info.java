@NullMarked
package dev.pentimento.architecture.broken.application;

import org.jspecify.annotations.NullMarked;
