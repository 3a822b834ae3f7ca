package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.MergeFixtures.pack;
import static io.xiaoer.onboarding.internal.MergeFixtures.shop;
import static io.xiaoer.onboarding.internal.MergeFixtures.shopWords;
import static io.xiaoer.onboarding.internal.MergeFixtures.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.PackUpgrade.What;
import io.xiaoer.rehearsal.Expectation;
import io.xiaoer.rehearsal.TestCase;
import io.xiaoer.rehearsal.TestCase.Origin;
import io.xiaoer.tone.ToneProfile;
import io.xiaoer.tone.ToneProfile.Emoji;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Three ways of what is not an entry: groups of words, the voice, test cases, rules. */
class WordMergeTest {

    private static final List<String> PARCEL = List.of("快递", "物流", "包裹");

    @Test
    void addsAWordToTheGroupThatTheShopMadeOfIt() {
        GroupMerge.Merged merged = GroupMerge.of(
                List.of(PARCEL), List.of(List.of("物流", "快递", "件")), List.of(List.of("快递", "物流", "包裹", "wl")));
        assertThat(merged.groups()).containsExactly(List.of("物流", "快递", "件", "wl"));
    }

    @Test
    void addsANewGroupAndLeavesADeletedOneDeleted() {
        GroupMerge.Merged merged = GroupMerge.of(
                List.of(PARCEL), List.of(), List.of(List.of("快递", "物流", "包裹", "wl"), List.of("发票", "fp")));
        assertThat(merged.groups()).containsExactly(List.of("发票", "fp"));
        assertThat(merged.changes()).extracting(Change::kept).containsExactlyInAnyOrder(Kept.DELETED, null);
    }

    @Test
    void leavesAWordInTheGroupThatTheShopHasItIn() {
        GroupMerge.Merged merged = GroupMerge.of(
                List.of(PARCEL), List.of(PARCEL, List.of("到货", "签收")), List.of(List.of("快递", "物流", "包裹", "签收")));
        assertThat(merged.groups()).containsExactly(PARCEL, List.of("到货", "签收"));
        assertThat(merged.changes()).extracting(Change::kept).containsExactly(Kept.ELSEWHERE);
    }

    @Test
    void takesAGroupAwayThatThePackGaveUp() {
        assertThat(GroupMerge.of(List.of(PARCEL), List.of(PARCEL), List.of()).groups())
                .isEmpty();
        assertThat(GroupMerge.of(List.of(PARCEL), List.of(List.of("快递", "件", "邮件")), List.of())
                        .groups())
                .containsExactly(List.of("件", "邮件"));
    }

    @Test
    void changesTheVoiceWhereTheShopDidNot() {
        ToneProfile old = tone("小二", "欢迎光临", List.of("最好"));
        ToneProfile mine = tone("阿花", "欢迎光临", List.of("最好", "顶级"));
        ToneProfile fresh = tone("小店", "欢迎来逛", List.of("最好", "根治"));
        ToneMerge.Merged merged = ToneMerge.of(old, mine, fresh, List.of());
        assertThat(merged.tone().selfName()).isEqualTo("阿花");
        assertThat(merged.tone().greeting()).isEqualTo("欢迎来逛");
        assertThat(merged.tone().banned()).containsExactly("最好", "顶级", "根治");
    }

    @Test
    void bansNoWordThatTheShopsAnswersSay() {
        ToneProfile old = tone("小二", "欢迎光临", List.of());
        ToneProfile fresh = tone("小二", "欢迎光临", List.of("根治", "特效"));
        ToneMerge.Merged merged = ToneMerge.of(old, old, fresh, List.of("我们的特效面霜三天见效"));
        assertThat(merged.tone().banned()).containsExactly("根治");
        assertThat(merged.changes()).extracting(Change::kept).containsExactly(null, Kept.SAID);
    }

    @Test
    void takesNoGreetingThatSaysWhatTheShopBans() {
        ToneProfile old = tone("小二", "欢迎光临", List.of());
        ToneProfile mine = tone("小二", "欢迎光临", List.of("顶级"));
        ToneProfile fresh = tone("小二", "顶级好货等您", List.of());
        assertThat(ToneMerge.of(old, mine, fresh, List.of()).tone().greeting()).isEqualTo("欢迎光临");
    }

    @Test
    void holdsABotToACaseOnlyIfItHasTheEntry() {
        CaseMerge.Standing standing = new CaseMerge.Standing(Set.of("urge"), Set.of("urge"), Set.of("urge"));
        CaseMerge.Merged merged = CaseMerge.of(
                List.of(), List.of(), List.of(draft("还没发呢", "urge", true), draft("叠券行不行", "stack", false)), standing);
        assertThat(merged.added()).extracting(TestCase.Draft::question).containsExactly("还没发呢");
        assertThat(merged.added().getFirst().required()).isTrue();
    }

    @Test
    void letsPublishingWaitOnlyForWhatThePackAloneHasToSay() {
        CaseMerge.Standing edited = new CaseMerge.Standing(Set.of("urge"), Set.of(), Set.of());
        CaseMerge.Merged merged = CaseMerge.of(List.of(), List.of(), List.of(draft("还没发呢", "urge", true)), edited);
        assertThat(merged.added().getFirst().required()).isFalse();
    }

    @Test
    void changesAndWithdrawsCasesThatTheShopLeftAsTheyWere() {
        TestCase.Draft urge = draft("还没发呢", "urge", false);
        TestCase.Draft track = draft("到哪了呀", "track", false);
        CaseMerge.Standing standing = new CaseMerge.Standing(Set.of("urge", "track", "late"), Set.of(), Set.of());
        List<TestCase> mine = List.of(kept(urge, Origin.PACK), kept(track, Origin.PACK));
        CaseMerge.Merged merged =
                CaseMerge.of(List.of(urge, track), mine, List.of(draft("还没发呢", "late", false)), standing);
        assertThat(merged.changed()).singleElement().satisfies(changed -> {
            assertThat(changed.fresh().expect()).isEqualTo(Expectation.entry("late"));
            assertThat(changed.fresh().version()).isEqualTo(1);
        });
        assertThat(merged.withdrawn()).extracting(TestCase::question).containsExactly("到哪了呀");

        List<TestCase> own = List.of(kept(draft("还没发呢", "own", false), Origin.PACK));
        CaseMerge.Merged stays = CaseMerge.of(List.of(urge), own, List.of(draft("还没发呢", "late", false)), standing);
        assertThat(stays.changed()).isEmpty();
        assertThat(stays.items()).extracting(Item::fate).containsExactly(Fate.KEPT);
    }

    @Test
    void bringsOnlyCasesOfNewEntriesWhereItIsNotKnownWhatThereWas() {
        CaseMerge.Standing standing = new CaseMerge.Standing(Set.of("urge", "new"), Set.of(), Set.of("new"));
        CaseMerge.Merged merged = CaseMerge.of(
                null, List.of(), List.of(draft("还没发呢", "urge", false), draft("新的怎么问", "new", false)), standing);
        assertThat(merged.added()).extracting(TestCase.Draft::question).containsExactly("新的怎么问");
    }

    @Test
    void namesRulesAndTouchesNone() {
        EntryDraft urge = pack("urge", "怎么还没发货", "马上催");
        PackWords old = words(List.of(urge));
        PackWords before = withRules(old, new Pack.Rule("return", "default", List.of(), Map.of("windowDays", 7)));
        PackWords after = withRules(old, new Pack.Rule("return", "default", List.of(), Map.of("windowDays", 15)));
        Merge.Merged merged = Merge.of(before, shopWords(List.of(shop(urge))), after);
        assertThat(merged.items()).singleElement().satisfies(item -> {
            assertThat(item.what()).isEqualTo(What.RULE);
            assertThat(item.fate()).isEqualTo(Fate.KEPT);
            assertThat(item.changes().getFirst().kept()).isEqualTo(Kept.RULE);
        });
        assertThat(merged.put()).isEmpty();
        assertThat(merged.lexicon()).isNull();
        assertThat(merged.tone()).isNull();
    }

    private static PackWords withRules(PackWords words, Pack.Rule rule) {
        return new PackWords(
                words.version(),
                words.entries(),
                words.synonyms(),
                words.words(),
                words.tone(),
                words.cases(),
                List.of(rule));
    }

    private static ToneProfile tone(String selfName, String greeting, List<String> banned) {
        return new ToneProfile(selfName, List.of(), List.of(), Emoji.NONE, banned, greeting, "");
    }

    private static TestCase.Draft draft(String question, String key, boolean required) {
        return TestCase.Draft.of(question, "", Expectation.entry(key), required);
    }

    private static TestCase kept(TestCase.Draft draft, Origin origin) {
        return new TestCase(
                UUID.randomUUID(),
                "",
                Objects.requireNonNull(draft.question()),
                List.of(),
                false,
                null,
                null,
                null,
                Objects.requireNonNull(draft.expect()),
                Boolean.TRUE.equals(draft.required()),
                origin,
                1);
    }
}
