package io.xiaoer.security.internal;

import io.xiaoer.security.WidgetTokens;

/** The names in our tokens. */
final class Tokens {

    static final String ISSUER = WidgetTokens.ISSUER;
    static final String API_AUDIENCE = "xiaoer-api";
    static final String WIDGET_AUDIENCE = WidgetTokens.AUDIENCE;

    /** The claim that names the tenant. */
    static final String TENANT = "tenant";

    /** The claim of a widget token that names the widget key. */
    static final String WIDGET_KEY = "key";

    /** The scope of vendor staff's programs. */
    static final String OPS = "ops";

    private Tokens() {}
}
