package io.xiaoer.answering.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private final WordPiece wordPiece = new WordPiece(Map.of(
            "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "发", 3, "货", 4, "iphone", 5, "##15", 6, "?", 7, "i", 8, "##phon", 9));

    @Test
    void takesEveryHanCharacterAndMarkAlone() {
        assertThat(wordPiece.encode("发货?", 128)).containsExactly(1, 3, 4, 7, 2);
    }

    @Test
    void takesTheLongestPieceFirst() {
        assertThat(wordPiece.encode("iphone15发", 128)).containsExactly(1, 5, 6, 3, 2);
    }

    @Test
    void isUnknownAsAWholeWhenAPieceIsUnknown() {
        assertThat(wordPiece.encode("iphoneq 发", 128)).containsExactly(1, 0, 3, 2);
    }

    @Test
    void cutsLongTextsAndStillEndsThem() {
        long[] ids = wordPiece.encode("发货".repeat(200), 128);

        assertThat(ids).hasSize(128).startsWith(1, 3, 4).endsWith(2);
    }

    @Test
    void hasNothingBetweenTheMarksOfAnEmptyText() {
        assertThat(wordPiece.encode(" \n", 128)).containsExactly(1, 2);
    }
}
