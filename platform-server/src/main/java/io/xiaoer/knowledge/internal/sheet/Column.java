package io.xiaoer.knowledge.internal.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a file of entries, in the order in which they are written. */
public enum Column {
    QUESTION("question", "问题", "标准问题", "标准问"),
    SIMILAR("similar", "相似问法", "相似问题", "相似问", "similarquestions"),
    KEYWORDS("keywords", "关键词", "关键字", "keyword"),
    ANSWER("answer", "答案", "回答", "回复"),
    NEEDS("needs", "需要的信息"),
    VALID_FROM("validFrom", "生效时间"),
    VALID_TO("validTo", "失效时间"),
    ENABLED("enabled", "启用");

    /** Columns that a list of rejected rows has besides. */
    private static final Set<String> ABOUT_ROWS = Set.of("row", "reason", "行号", "原因");

    private final String english;
    private final String chinese;
    private final Set<String> names;

    Column(String english, String chinese, String... others) {
        this.english = english;
        this.chinese = chinese;
        this.names = java.util.stream.Stream.concat(java.util.stream.Stream.of(english, chinese), Arrays.stream(others))
                .map(Column::folded)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** What heads the column in a file for a reader of {@code locale}. */
    public String heading(String locale) {
        return locale.startsWith("en") ? english : chinese;
    }

    /** The column that a heading names, in any of the languages and spellings. */
    static Optional<Column> named(String heading) {
        String folded = folded(heading);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(folded))
                .findFirst();
    }

    /** Whether a heading belongs to a list of rejected rows, which may be mended and come back as it is. */
    static boolean isAboutRows(String heading) {
        return ABOUT_ROWS.contains(folded(heading));
    }

    private static String folded(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-*\u3000]", "");
    }
}
