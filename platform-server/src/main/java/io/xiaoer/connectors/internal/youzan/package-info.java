/** The bridge to Youzan (有赞): its calls, its forms, its statuses. */
@NullMarked
package io.xiaoer.connectors.internal.youzan;

import org.jspecify.annotations.NullMarked;
