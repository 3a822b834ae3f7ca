package io.xiaoer.knowledge;

/**
 * A row of a file that became no entry.
 *
 * @param row as a spreadsheet counts, the headings being row 1
 * @param question as far as the row has one
 */
public record RejectedRow(int row, String question, RowProblem problem) {}
