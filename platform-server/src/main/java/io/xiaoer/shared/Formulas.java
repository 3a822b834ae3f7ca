package io.xiaoer.shared;

/** Keeps spreadsheets from running a cell as a formula: an apostrophe stands before it, which they do not show. */
public final class Formulas {

    private static final String STARTS = "=+-@\t\r＝＋－＠";

    private Formulas() {}

    public static String guarded(String cell) {
        return startsFormula(cell) ? "'" + cell : cell;
    }

    /** The cell that {@link #guarded} was given. */
    public static String bare(String cell) {
        return cell.startsWith("'") && startsFormula(cell) ? cell.substring(1) : cell;
    }

    /** Also behind apostrophes, so that those of the text itself come back. */
    private static boolean startsFormula(String cell) {
        int i = 0;
        while (i < cell.length() && cell.charAt(i) == '\'') {
            i++;
        }
        return i < cell.length() && STARTS.indexOf(cell.charAt(i)) >= 0;
    }
}
