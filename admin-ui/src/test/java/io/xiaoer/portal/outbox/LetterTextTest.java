package io.xiaoer.portal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.xiaoer.portal.outbox.LetterText.Piece;
import org.junit.jupiter.api.Test;

class LetterTextTest {

    @Test
    void cutsATextAtItsLinks() {
        assertThat(LetterText.pieces("打开：\nhttps://shop.example/invite/a_b-C\n\n再见"))
                .containsExactly(
                        new Piece("打开：\n", false),
                        new Piece("https://shop.example/invite/a_b-C", true),
                        new Piece("\n\n再见", false));
        assertThat(LetterText.pieces("没有链接")).containsExactly(new Piece("没有链接", false));
    }

    @Test
    void takesNoOtherSchemeForALink() {
        assertThat(LetterText.pieces("javascript:alert(1)")).containsExactly(new Piece("javascript:alert(1)", false));
    }
}
