/** How the shop's own systems are connected: the ways in, how well they work, and who signs shoppers' identities. */
@NullMarked
package io.xiaoer.portal.connect;

import org.jspecify.annotations.NullMarked;
