package io.xiaoer.onboarding;

/** How a shop means to connect its bot. */
public enum Connection {
    /** A link or a frame in the shop's own pages. */
    EMBED,
    /** The shop's own systems call the API. */
    API,
    /** A bridge to a shop platform such as 有赞 or 微盟. */
    BRIDGE
}
