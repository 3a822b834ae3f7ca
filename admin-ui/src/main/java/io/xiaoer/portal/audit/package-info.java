/** The audit trail, for owners. */
@NullMarked
package io.xiaoer.portal.audit;

import org.jspecify.annotations.NullMarked;
