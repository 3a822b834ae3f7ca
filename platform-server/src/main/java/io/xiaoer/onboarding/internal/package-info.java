@NullMarked
package io.xiaoer.onboarding.internal;

import org.jspecify.annotations.NullMarked;
