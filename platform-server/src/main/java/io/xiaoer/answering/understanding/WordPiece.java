package io.xiaoer.answering.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** BERT's tokens of a text: words split at white space and punctuation, every Han character alone, longest known pieces first. */
final class WordPiece {

    private static final int MAX_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = id("[UNK]");
        this.start = id("[CLS]");
        this.end = id("[SEP]");
    }

    private int id(String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + token);
        }
        return id;
    }

    /** Token ids between the start and the end mark, cut so that no more than {@code max} come back in all. */
    long[] encode(String text, int max) {
        long[] ids = new long[max];
        int size = 0;
        ids[size++] = start;
        for (String word : words(text)) {
            size = pieces(word, ids, size, max - 1);
            if (size == max - 1) {
                break;
            }
        }
        ids[size++] = end;
        return Arrays.copyOf(ids, size);
    }

    private int pieces(String word, long[] ids, int from, int limit) {
        if (word.length() > MAX_WORD) {
            ids[from] = unknown;
            return from + 1;
        }
        List<Integer> found = new ArrayList<>();
        for (int begin = 0; begin < word.length(); ) {
            int stop = word.length();
            Integer id = null;
            while (stop > begin && id == null) {
                String piece = word.substring(begin, stop);
                id = vocabulary.get(begin == 0 ? piece : "##" + piece);
                stop--;
            }
            if (id == null) {
                found = List.of(unknown);
                break;
            }
            found.add(id);
            begin = stop + 1;
        }
        int size = from;
        for (int id : found) {
            if (size == limit) {
                break;
            }
            ids[size++] = id;
        }
        return size;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                flush(word, words);
            } else if (isRemoved(c)) {
                return;
            } else if (Characters.isHan(c) || Characters.isPunctuation(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else {
                word.appendCodePoint(c);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isRemoved(int c) {
        int type = Character.getType(c);
        return c == 0 || c == 0xFFFD || type == Character.CONTROL || type == Character.FORMAT;
    }
}
