/** What the application needs: driven ports named after their role. */
@NullMarked
package dev.pentimento.ports.out;

import org.jspecify.annotations.NullMarked;
