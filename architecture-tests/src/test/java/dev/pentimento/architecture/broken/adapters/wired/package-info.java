@NullMarked
package dev.pentimento.architecture.broken.adapters.wired;

import org.jspecify.annotations.NullMarked;
