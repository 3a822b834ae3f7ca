package io.xiaoer.conversations;

/** A picture that a shopper sent, as large as it is shown. */
public record Image(ImageId id, int width, int height) {}
