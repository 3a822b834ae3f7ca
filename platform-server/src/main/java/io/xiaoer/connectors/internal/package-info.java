@NullMarked
package io.xiaoer.connectors.internal;

import org.jspecify.annotations.NullMarked;
