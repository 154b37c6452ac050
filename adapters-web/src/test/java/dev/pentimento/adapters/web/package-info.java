/** The server, asked over the network. */
@NullMarked
package dev.pentimento.adapters.web;

import org.jspecify.annotations.NullMarked;
