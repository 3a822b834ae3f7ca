package io.xiaoer.portal.frame;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way to a view.
 *
 * @param href where it leads; null for the view itself
 */
public record Crumb(String text, @Nullable String href) implements Serializable {

    /** A view that can say how it is reached; the frame shows it. */
    public interface Trail {

        /** From the outermost place to the view itself. */
        List<Crumb> crumbs();
    }
}
