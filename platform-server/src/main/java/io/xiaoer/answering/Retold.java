package io.xiaoer.answering;

import java.util.List;

/**
 * A reply without a look-up.
 *
 * @param missing facts that the answer needs and that were not to be had, or are made up
 */
public record Retold(Worded worded, List<Need> missing) {
    public Retold {
        missing = List.copyOf(missing);
    }
}
