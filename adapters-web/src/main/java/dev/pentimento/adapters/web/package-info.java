/** The server, put together. */
@NullMarked
package dev.pentimento.adapters.web;

import org.jspecify.annotations.NullMarked;
