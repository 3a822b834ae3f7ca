package io.xiaoer.answering.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.answering.AnsweringFixtures;
import io.xiaoer.answering.TemplateProblem;
import io.xiaoer.answering.wording.AnswerTemplate.Cause;
import io.xiaoer.releases.ReleaseContent;
import io.xiaoer.tone.ToneProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTemplateTest {

    private static final Map<String, Object> VALUES =
            Map.of("shop", Map.of("name", "小店"), "items", List.of("a", "b"), "count", 3);

    private static AnswerTemplate.Result render(String source) {
        return template(source).render(VALUES);
    }

    private static AnswerTemplate template(String source) {
        return AnswerTemplate.of(source, Set.of("items", "count"));
    }

    private static @Nullable Cause cause(String source) {
        return render(source) instanceof AnswerTemplate.Failed(Cause cause, String ignored) ? cause : null;
    }

    @Test
    void rendersPlainTextUntouched() {
        assertThat(render("满 299 元减 30，{详情}见 https://a.b/c?x=1 。"))
                .isEqualTo(new AnswerTemplate.Rendered("满 299 元减 30，{详情}见 https://a.b/c?x=1 。"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ shop.name }}有{{ count }}件",
                "{% if count > 2 %}{{ shop.name }}有3件{% else %}没有{% endif %}",
                "{% assign n = count | minus: 1 | plus: 1 %}{{shop.name}}有{{ n }}件",
                "{% case count %}{% when 3 %}小店有3件{% endcase %}",
            })
    void rendersValuesAndConditions(String source) {
        assertThat(render(source)).isEqualTo(new AnswerTemplate.Rendered("小店有3件"));
    }

    @Test
    void rendersListsWithALoop() {
        assertThat(render("{% for i in items %}{{ i }}{% unless forloop.last %}、{% endunless %}{% endfor %}"))
                .isEqualTo(new AnswerTemplate.Rendered("a、b"));
    }

    static List<String> bombs() {
        String nest = "{% for a in (1..400) %}".repeat(6) + "x" + "{% endfor %}".repeat(6);
        String doubling = "{% assign x = 'xxxxxxxxxx' %}" + "{% assign x = x | append: x %}".repeat(200) + "{{ x }}";
        String appending =
                "{% assign x = 'x' %}{% for i in (1..100000) %}{% assign x = x | append: x %}{% endfor %}{{ x }}";
        String replacing = "{% assign x = 'x' %}"
                + "{% assign x = x | replace: 'x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}".repeat(20) + "{{ x }}";
        String splitting = "{% assign a = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}"
                + "{% assign a = a | split: '' | join: a %}".repeat(20) + "{{ a }}";
        String deep = "{% if true %}".repeat(400) + "x" + "{% endif %}".repeat(400);
        return List.of(
                nest,
                doubling,
                appending,
                replacing,
                splitting,
                deep,
                "{% for i in (1..2000000000) %}{% endfor %}",
                "{% for i in (1..2000000000) %}长长长长长长长长长长长长长长长长{% endfor %}",
                "{% for i in (1..2147483647) %}{% continue %}{% endfor %}",
                "{{ " + "a[".repeat(2_000) + "0" + "]".repeat(2_000) + " }}",
                "字".repeat(8_001),
                "字".repeat(4_001),
                "{% for i in (1..499) %}" + "{{ shop.name | append: 'x' | upcase }}".repeat(180) + "{% endfor %}");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    @Timeout(10)
    void stopsBombsAndSaysWhatToDo(String bomb) {
        assertThat(render(bomb)).isInstanceOf(AnswerTemplate.Failed.class);
        assertThat(problems("zh-CN", bomb)).singleElement().satisfies(problem -> {
            assertThat(problem.entryKey()).isEqualTo("a");
            assertThat(problem.message()).containsPattern("请|最多");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'pom.xml' %}",
                "{% include_relative 'pom.xml' %}",
                "{% render 'x' %}",
                "{% capture x %}a{% endcapture %}b",
                "{% raw %}a{% endraw %}",
                "{%- tablerow i in items -%}{% endtablerow %}",
                "{{ 'now' | date: '%Y' }}",
                "{{ items | json }}",
                "{{ 'a' | url_decode }}",
                "{{ 'now'|date:'%Y' }}",
            })
    void refusesWhatReachesOut(String source) {
        assertThat(cause(source)).isEqualTo(Cause.FORBIDDEN);
    }

    @Test
    void tellsFailuresApart() {
        assertThat(cause("{{ order.city }}")).isEqualTo(Cause.UNKNOWN_VARIABLE);
        assertThat(cause("{{ shop.owner }}")).isEqualTo(Cause.UNKNOWN_VARIABLE);
        assertThat(cause("{% if count %}没有结尾")).isEqualTo(Cause.SYNTAX);
        assertThat(cause("{{ 'a' | append: }}")).isEqualTo(Cause.SYNTAX);
        assertThat(cause("{% for i in (1..501) %}{% endfor %}")).isEqualTo(Cause.TOO_MUCH_WORK);
        assertThat(cause("{% comment %}x{% endcomment %} ")).isEqualTo(Cause.EMPTY);
        assertThat(cause("{{ shop.name ")).isNotNull();
    }

    @Test
    void rendersTheSameTemplateOnManyThreads() {
        var template = template("{% assign n = count %}{{ shop.name }}{{ n }}");

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .allMatch(i -> template.render(Map.of("shop", Map.of("name", "s"), "count", i))
                                .equals(new AnswerTemplate.Rendered("s" + i))))
                .isTrue();
    }

    @Test
    void reportsBannedWordsAndSpeaksTheOwnersLanguage() {
        assertThat(problems("zh-CN", "全网最低价"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("禁用词「最低价」"));
        assertThat(problems("en", "{{ nothing }}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("does not exist"));
        assertThat(problems("zh-CN", "这里是{{ shop.name }}。")).isEmpty();
    }

    private static List<TemplateProblem> problems(String locale, String answer) {
        var tone = new ToneProfile("小二", List.of(), List.of(), ToneProfile.Emoji.NONE, List.of("最低价"), "", "");
        return AnswerCheck.check(new ReleaseContent(
                "小店", locale, List.of(AnsweringFixtures.answering("a", "问题", answer)), List.of(), List.of(), tone));
    }
}
