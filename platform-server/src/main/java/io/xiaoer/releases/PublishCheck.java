package io.xiaoer.releases;

import java.util.List;

/** Has a say in whether a draft may be published. */
public interface PublishCheck {

    /** What stands in the way, in words for the person who publishes; empty if nothing. */
    List<String> objectionsTo(ReleaseContent content);
}
