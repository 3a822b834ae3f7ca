package io.xiaoer.shared;

/** What is shown to whoever makes it and never again. */
public final class ShownOnce {

    /** Request attribute in which a controller names, as a list, the JSON fields of its answer that are never stored. */
    public static final String FIELDS = "io.xiaoer.secret-fields";

    private ShownOnce() {}
}
