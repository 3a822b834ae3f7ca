@NullMarked
package io.xiaoer.releases.internal;

import org.jspecify.annotations.NullMarked;
