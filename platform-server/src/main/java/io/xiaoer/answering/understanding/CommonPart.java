package io.xiaoer.answering.understanding;

/** What two texts both say. */
public final class CommonPart {

    private CommonPart() {}

    /** Whether a part of the second text counts, by where it begins and ends. */
    public interface Counting {
        boolean counts(int from, int to);
    }

    /** The longest run of letters that both say and that counts; empty if there is none. */
    public static String of(String one, String other, Counting counting) {
        String longest = "";
        int[] previous = new int[other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            for (int j = 1; j <= other.length(); j++) {
                char c = one.charAt(i - 1);
                if (c == other.charAt(j - 1) && Character.isLetter(c)) {
                    row[j] = previous[j - 1] + 1;
                    if (row[j] > longest.length() && counting.counts(j - row[j], j)) {
                        longest = other.substring(j - row[j], j);
                    }
                }
            }
            previous = row;
        }
        return longest;
    }
}
