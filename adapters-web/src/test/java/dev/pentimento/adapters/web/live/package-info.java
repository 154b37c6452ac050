/** What is told while it happens, listened to over the network. */
@NullMarked
package dev.pentimento.adapters.web.live;

import org.jspecify.annotations.NullMarked;
