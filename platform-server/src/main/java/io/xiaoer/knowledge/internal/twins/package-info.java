/** Which of thousands of questions mean nearly the same, without a database. */
@NullMarked
package io.xiaoer.knowledge.internal.twins;

import org.jspecify.annotations.NullMarked;
