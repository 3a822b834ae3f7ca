package io.xiaoer.conversations;

import java.util.UUID;

/** One picture of a shopper. */
public record ImageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
