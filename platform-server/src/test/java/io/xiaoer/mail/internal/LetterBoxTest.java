package io.xiaoer.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.mail.Letter;
import io.xiaoer.tenancy.TenantId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LetterBoxTest {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-03-01T09:00:00+08:00");

    private final LetterBox box = new LetterBox();

    @Test
    void keepsTheNewestOfAShop() {
        TenantId shop = shop(1);
        for (int i = 1; i <= LetterBox.OF_A_SHOP + 5; i++) {
            box.add(shop, letter("letter " + i), START.plusSeconds(i));
        }
        assertThat(box.of(shop)).hasSize(LetterBox.OF_A_SHOP);
        assertThat(box.of(shop).getFirst().letter().subject()).isEqualTo("letter 55");
        assertThat(box.of(shop).getLast().letter().subject()).isEqualTo("letter 6");
    }

    @Test
    void forgetsTheShopThatWroteLongestAgo() {
        for (int i = 1; i <= LetterBox.SHOPS; i++) {
            box.add(shop(i), letter("first"), START.plusSeconds(i));
        }
        box.add(shop(1), letter("again"), START.plusDays(1));
        box.add(shop(LetterBox.SHOPS + 1), letter("new"), START.plusDays(2));
        assertThat(box.of(shop(2))).isEmpty();
        assertThat(box.of(shop(1))).hasSize(2);
        assertThat(box.all()).hasSize(LetterBox.SHOPS + 1);
        assertThat(box.all().getFirst().letter().subject()).isEqualTo("new");
    }

    @Test
    void showsAShopNothingOfAnother() {
        box.add(shop(1), letter("theirs"), START);
        assertThat(box.of(shop(2))).isEmpty();
    }

    @Test
    void knowsItsKey() {
        assertThat(box.isKey(box.key())).isTrue();
        assertThat(box.isKey("")).isFalse();
        assertThat(box.isKey(box.key() + "x")).isFalse();
    }

    private static TenantId shop(int number) {
        return new TenantId(new UUID(0, number));
    }

    private static Letter letter(String subject) {
        return new Letter("test", "a@shop.example", subject, "text", START.plusDays(9));
    }
}
