package io.xiaoer.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

final class Categories {
    private Categories() {}

    /** Whether the list names the category; an unknown category is in no list. */
    static boolean contain(List<String> categories, @Nullable String category) {
        return category != null
                && categories.stream().anyMatch(one -> one.strip().equalsIgnoreCase(category.strip()));
    }
}
