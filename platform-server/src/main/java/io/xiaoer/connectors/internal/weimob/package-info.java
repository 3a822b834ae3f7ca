/** The bridge to Weimob (微盟): its calls, its forms, its statuses. */
@NullMarked
package io.xiaoer.connectors.internal.weimob;

import org.jspecify.annotations.NullMarked;
