/** The programs of a shop that call the API: their secrets, and whether they are used. */
@NullMarked
package io.xiaoer.portal.clients;

import org.jspecify.annotations.NullMarked;
