package io.xiaoer.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xiaoer.shared.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

class PacksTest {

    private final Packs packs = new Packs(JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build());

    @Test
    void readsAPackInTheLanguageOfTheShop() {
        assertThat(packs.get("small-shop", "zh-CN").locale()).isEqualTo("zh-CN");
        assertThat(packs.get("small-shop", null).locale()).isEqualTo("zh-CN");

        Pack english = packs.get("small-shop", "en");
        assertThat(english.locale()).isEqualTo("en");
        assertThat(english.key()).isEqualTo("small-shop");
        assertThat(english.entries())
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(entry -> assertThat(entry.answer()).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void givesAPackInItsOwnLanguageWhereItHasNoOther() {
        assertThat(packs.get("beauty", "en").locale()).isEqualTo("zh-CN");
    }

    @Test
    void listsEachPackOnce() {
        assertThat(packs.all("zh-CN")).extracting(Pack::key).doesNotHaveDuplicates();
        assertThat(packs.all("en"))
                .extracting(Pack::key)
                .containsExactlyElementsOf(
                        packs.all("zh-CN").stream().map(Pack::key).toList());
    }

    @Test
    void refusesAPackThereIsNot() {
        assertThatThrownBy(() -> packs.get("small-shop-en", "en"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("small-shop");
    }
}
