package io.xiaoer.onboarding.internal;

import static io.xiaoer.onboarding.internal.MergeFixtures.after;
import static io.xiaoer.onboarding.internal.MergeFixtures.at;
import static io.xiaoer.onboarding.internal.MergeFixtures.pack;
import static io.xiaoer.onboarding.internal.MergeFixtures.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.knowledge.Entry;
import io.xiaoer.knowledge.EntryDraft;
import io.xiaoer.onboarding.PackUpgrade.Change;
import io.xiaoer.onboarding.PackUpgrade.Fate;
import io.xiaoer.onboarding.PackUpgrade.Item;
import io.xiaoer.onboarding.PackUpgrade.Kept;
import io.xiaoer.onboarding.internal.EntryMerge.Merged;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryMergeTest {

    private static final EntryDraft URGE = pack("urge", "怎么还没发货", "马上催", "咋还不发", "几时发");
    private static final EntryDraft STACK = pack("stack", "券能叠加吗", "不能叠加", "两张券一起用");

    @Test
    void bringsWhatIsNewAndWhatIsBetter() {
        EntryDraft better = pack("urge", "怎么还没发货", "已经帮您催仓库了", "咋还不发", "几时发", "催一下");
        Merged merged = EntryMerge.of(List.of(URGE), List.of(shop(URGE)), List.of(better, STACK));

        assertThat(merged.items()).extracting(Item::fate).containsExactly(Fate.IMPROVED, Fate.NEW);
        Entry urge = at(after(List.of(shop(URGE)), merged), "urge");
        assertThat(urge.answer()).isEqualTo("已经帮您催仓库了");
        assertThat(urge.similar()).containsExactly("咋还不发", "几时发", "催一下");
        assertThat(urge.version()).isEqualTo(2);
        EntryDraft stack = merged.put().getLast();
        assertThat(stack.key()).isEqualTo("stack");
        assertThat(stack.version()).isNull();
        assertThat(stack.enabled()).isTrue();
    }

    @Test
    void saysNothingWhereThePackIsAsItWas() {
        Entry own = shop(pack("urge", "怎么还没发货", "亲自答", "问法"));
        Merged merged = EntryMerge.of(List.of(URGE), List.of(own), List.of(URGE));
        assertThat(merged.items()).isEmpty();
        assertThat(merged.put()).isEmpty();
    }

    @Test
    void keepsTheShopsAnswerAndTakesNewWaysOfAskingBesideIt() {
        Entry own = shop(pack("urge", "怎么还没发货", "老板娘这就去催", "咋还不发"));
        EntryDraft better = pack("urge", "怎么还没发货", "已经帮您催仓库了", "咋还不发", "几时发", "催一下");
        Merged merged = EntryMerge.of(List.of(URGE), List.of(own), List.of(better));

        Entry urge = at(after(List.of(own), merged), "urge");
        assertThat(urge.answer()).isEqualTo("老板娘这就去催");
        assertThat(urge.similar()).as("what the shop removed stays away").containsExactly("咋还不发", "催一下");
        Item item = merged.items().getFirst();
        assertThat(item.fate()).isEqualTo(Fate.IMPROVED);
        assertThat(item.keepsSome()).isTrue();
        assertThat(change(item, "answer").kept()).isEqualTo(Kept.EDITED);
        assertThat(change(item, "similar").kept()).isNull();
    }

    @Test
    void movesAnAnswerAndItsNeedsTogether() {
        EntryDraft live = new EntryDraft(
                "urge",
                "怎么还没发货",
                URGE.similar(),
                List.of(),
                "{{ order.say }}",
                List.of("order"),
                null,
                null,
                null,
                null);
        Entry ownNeeds = new Entry(
                "urge", "怎么还没发货", List.of("咋还不发", "几时发"), List.of(), "马上催", List.of("logistics"), null, null, true, 3);
        Merged kept = EntryMerge.of(List.of(URGE), List.of(ownNeeds), List.of(live));
        assertThat(kept.put()).isEmpty();
        assertThat(kept.items().getFirst().fate()).isEqualTo(Fate.KEPT);

        Merged taken = EntryMerge.of(List.of(URGE), List.of(shop(URGE)), List.of(live));
        assertThat(taken.put().getFirst().needs()).containsExactly("order");
        assertThat(taken.put().getFirst().answer()).isEqualTo("{{ order.say }}");
    }

    @Test
    void leavesDeletedWhatTheShopDeleted() {
        EntryDraft better = pack("urge", "怎么还没发货", "已经催了", "咋还不发");
        Merged merged = EntryMerge.of(List.of(URGE), List.of(), List.of(better));
        assertThat(merged.put()).isEmpty();
        assertThat(change(merged.items().getFirst(), "entry").kept()).isEqualTo(Kept.DELETED);
        assertThat(EntryMerge.of(List.of(URGE), List.of(), List.of(URGE)).items())
                .as("nothing to say of what did not change")
                .isEmpty();
    }

    @Test
    void leavesSwitchedOffWhatTheShopSwitchedOffButKeepsItUpToDate() {
        Entry off =
                new Entry("urge", "怎么还没发货", List.of("咋还不发", "几时发"), List.of(), "马上催", List.of(), null, null, false, 4);
        EntryDraft better = pack("urge", "怎么还没发货", "已经催了", "咋还不发", "几时发");
        Merged merged = EntryMerge.of(List.of(URGE), List.of(off), List.of(better));
        Entry now = at(after(List.of(off), merged), "urge");
        assertThat(now.enabled()).isFalse();
        assertThat(now.answer()).isEqualTo("已经催了");
    }

    @Test
    void withdrawsWhatThePackGaveUpUnlessTheShopMadeItItsOwn() {
        assertThat(EntryMerge.of(List.of(URGE), List.of(shop(URGE)), List.of()).withdrawn())
                .extracting(Entry::key)
                .containsExactly("urge");
        Entry own = shop(pack("urge", "怎么还没发货", "老板娘去催", "咋还不发", "几时发"));
        Merged kept = EntryMerge.of(List.of(URGE), List.of(own), List.of());
        assertThat(kept.withdrawn()).isEmpty();
        assertThat(kept.items().getFirst().fate()).isEqualTo(Fate.KEPT);
    }

    @Test
    void keepsAnEntryThatTheShopMadeUnderTheSameKey() {
        Entry own = shop(pack("stack", "叠券", "可以叠两张"));
        Merged merged = EntryMerge.of(List.of(), List.of(own), List.of(STACK));
        assertThat(merged.put()).isEmpty();
        assertThat(change(merged.items().getFirst(), "entry").kept()).isEqualTo(Kept.EDITED);
    }

    @Test
    void doesNotAskTwiceWhatTheShopsOwnEntryIsAskedAlready() {
        Entry own = shop(pack("own-coupons", "券怎么用", "一次一张", "券能叠加吗？"));
        Merged merged = EntryMerge.of(List.of(), List.of(own), List.of(STACK));
        assertThat(merged.put()).isEmpty();
        Change change = change(merged.items().getFirst(), "question");
        assertThat(change.kept()).isEqualTo(Kept.ELSEWHERE);
        assertThat(change.before()).containsExactly("券怎么用");
    }

    @Test
    void leavesAWayOfAskingToTheEntryThatHasIt() {
        Entry own = shop(pack("own", "我的", "答", List.of("催一下"), List.of("催")));
        EntryDraft better = pack("urge", "怎么还没发货", "马上催", List.of("咋还不发", "几时发", "催一下", "快发"), List.of("催"));
        Merged merged = EntryMerge.of(List.of(URGE), List.of(shop(URGE), own), List.of(better));
        Entry urge = at(after(List.of(shop(URGE), own), merged), "urge");
        assertThat(urge.similar()).containsExactly("咋还不发", "几时发", "快发");
        assertThat(urge.keywords()).isEmpty();
        assertThat(merged.items().getFirst().changes())
                .filteredOn(change -> change.kept() == Kept.ELSEWHERE)
                .extracting(Change::field)
                .containsExactly("similar", "keywords");
    }

    @Test
    void letsAWayOfAskingMoveFromOneOfItsEntriesToAnother() {
        EntryDraft urgeBefore = pack("urge", "怎么还没发货", "马上催", "到哪了");
        EntryDraft track = pack("track", "物流到哪", "查物流", "查快递");
        EntryDraft urgeAfter = pack("urge", "怎么还没发货", "马上催");
        EntryDraft trackAfter = pack("track", "物流到哪", "查物流", "查快递", "到哪了");
        List<Entry> mine = List.of(shop(urgeBefore), shop(track));
        Merged merged = EntryMerge.of(List.of(urgeBefore, track), mine, List.of(trackAfter, urgeAfter));
        assertThat(at(after(mine, merged), "track").similar()).containsExactly("查快递", "到哪了");
        assertThat(at(after(mine, merged), "urge").similar()).isEmpty();
    }

    @Test
    void letsAQuestionMoveToANewEntry() {
        EntryDraft fresh = pack("late", "怎么还没发货", "超时赔付");
        List<Entry> mine = List.of(shop(URGE));
        Merged merged = EntryMerge.of(List.of(URGE), mine, List.of(fresh, pack("urge", "能催发货吗", "马上催", "咋还不发", "几时发")));
        assertThat(at(after(mine, merged), "urge").question()).isEqualTo("能催发货吗");
        assertThat(at(after(mine, merged), "late").question()).isEqualTo("怎么还没发货");
    }

    @Test
    void keepsTheShopsQuestion() {
        Entry own = shop(pack("urge", "啥时候发呀", "马上催", "咋还不发", "几时发"));
        Merged merged =
                EntryMerge.of(List.of(URGE), List.of(own), List.of(pack("urge", "能催发货吗", "马上催", "咋还不发", "几时发")));
        assertThat(merged.put()).isEmpty();
        assertThat(change(merged.items().getFirst(), "question").kept()).isEqualTo(Kept.EDITED);
    }

    @Test
    void addsNoMoreWaysOfAskingThanThereIsRoomFor() {
        List<String> many = IntStream.range(0, EntryDraft.MAX_SIMILAR - 1)
                .mapToObj(i -> "本店问法" + i)
                .toList();
        Entry own = shop(pack("urge", "怎么还没发货", "马上催", many, List.of()));
        EntryDraft better = pack("urge", "怎么还没发货", "马上催", "咋还不发", "几时发", "催一下", "快发");
        Merged merged = EntryMerge.of(List.of(URGE), List.of(own), List.of(better));
        assertThat(merged.put().getFirst().similar()).hasSize(EntryDraft.MAX_SIMILAR);
        assertThat(merged.items().getFirst().changes()).extracting(Change::kept).contains(Kept.FULL);
    }

    @Test
    void takesSpellingsThatDifferInMarksOnlyForTheSame() {
        EntryDraft respelt = pack("urge", "怎么还没发货", "马上催", "咋还不发？", "几时发");
        assertThat(EntryMerge.of(List.of(URGE), List.of(shop(URGE)), List.of(respelt))
                        .items())
                .isEmpty();
    }

    private static Change change(Item item, String field) {
        return item.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
