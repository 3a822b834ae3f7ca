package io.xiaoer.knowledge;

import java.util.List;

/** What texts mean, as vectors that are near each other if the meanings are; the module that understands messages implements it. */
public interface Meanings {

    /** Names how vectors are made; those of two models cannot be compared. */
    String model();

    /** Vectors of length 1, in the order of the texts. */
    List<float[]> of(List<String> texts);
}
