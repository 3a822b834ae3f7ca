package io.xiaoer.rehearsal.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a file of test cases, in the order in which they are written. */
enum CaseColumn {
    QUESTION("question", "问题", "顾客问", "问法"),
    ENTRY("entryKey", "期望问答", "entry", "期望", "问答"),
    ALSO("alsoAccept", "也可以是"),
    KIND("kind", "期望结果", "结果"),
    CONTAINS("contains", "应包含", "回答包含"),
    LACKS("lacks", "不应包含", "回答不含"),
    GROUP("group", "分组", "组"),
    REQUIRED("required", "必过", "发布前必过"),
    SHOPPER("shopperId", "顾客编号", "顾客"),
    AT("at", "时间", "假设的时间"),
    PAGE("page", "页面"),
    SKU("sku", "商品编号", "商品");

    private final String english;
    private final String chinese;
    private final Set<String> names;

    CaseColumn(String english, String chinese, String... others) {
        this.english = english;
        this.chinese = chinese;
        this.names = Stream.concat(Stream.of(english, chinese), Arrays.stream(others))
                .map(CaseColumn::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What heads the column for a reader of {@code locale}. */
    String heading(String locale) {
        return locale.startsWith("en") ? english : chinese;
    }

    /** The column that a heading names, in any of the languages and spellings. */
    static Optional<CaseColumn> named(String heading) {
        String folded = folded(heading);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(folded))
                .findFirst();
    }

    private static String folded(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-*\u3000]", "");
    }
}
