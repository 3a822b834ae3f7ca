package io.xiaoer.knowledge.internal.sheet;

import io.xiaoer.shared.Problem;
import io.xiaoer.shared.Problem.Code;
import io.xiaoer.shared.Problem.FieldError;
import java.util.List;

/** A file that cannot be read as a table of entries at all. */
public final class SheetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Kind {
        EMPTY("The file is empty.", "文件是空的。"),
        TOO_LARGE("The file is larger than %s MB. Split it and import the parts.", "文件超过 %s MB，请拆成几份分别导入。"),
        TOO_MANY_ROWS("The file has more than %s rows. Split it and import the parts.", "文件超过 %s 行，请拆成几份分别导入。"),
        INFLATES_TOO_MUCH(
                "The workbook unpacks to more than can be read. Save it as csv, or split it.",
                "工作簿解压后过大，请另存为 csv，或拆成几份。"),
        OLD_WORKBOOK(
                "This is a workbook of an old kind (.xls). Save it as .xlsx or .csv.",
                "这是旧格式的工作簿（.xls），请另存为 .xlsx 或 .csv。"),
        BROKEN_WORKBOOK("The workbook cannot be read. Save it again as .xlsx or .csv.", "工作簿读不出来，请重新另存为 .xlsx 或 .csv。"),
        UNKNOWN_ENCODING(
                "The text is neither UTF-8 nor GB18030. Save the file as csv UTF-8.",
                "文字编码既不是 UTF-8 也不是 GB18030，请另存为「CSV UTF-8」。"),
        BROKEN_CSV("The csv cannot be read from row %s on. Check its quotation marks.", "csv 从第 %s 行起读不出来，请检查引号是否成对。"),
        NO_HEADINGS("The first row must name the columns, at least question and answer.", "第一行要写列名，至少要有「问题」和「答案」两列。"),
        CELL_TOO_LONG(
                "A cell is too long for a workbook (row %s). Export as csv instead.", "第 %s 行的内容太长，工作簿放不下，请导出 csv。"),
        HEADING_TWICE("Two columns are named %s.", "有两列都叫「%s」。");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    private final Kind kind;
    private final String detail;

    public SheetException(Kind kind, Object detail) {
        super(kind.name());
        this.kind = kind;
        this.detail = detail.toString();
    }

    public SheetException(Kind kind) {
        this(kind, "");
    }

    public Kind kind() {
        return kind;
    }

    /** As a caller who reads {@code locale} is told. */
    public Problem toProblem(String locale) {
        String text = (locale.startsWith("en") ? kind.english : kind.chinese).formatted(detail);
        boolean large = kind == Kind.TOO_LARGE || kind == Kind.TOO_MANY_ROWS || kind == Kind.INFLATES_TOO_MUCH;
        return new Problem(large ? Code.TOO_LARGE : Code.INVALID_INPUT, text, List.of(new FieldError("file", text)));
    }
}
