/** Who may ask for what, tried over the network. */
@NullMarked
package dev.pentimento.adapters.web.auth;

import org.jspecify.annotations.NullMarked;
