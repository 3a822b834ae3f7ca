/** Makes of a file that anybody may have sent a picture that is safe to keep and to show. */
@NullMarked
package io.xiaoer.conversations.internal.pictures;

import org.jspecify.annotations.NullMarked;
