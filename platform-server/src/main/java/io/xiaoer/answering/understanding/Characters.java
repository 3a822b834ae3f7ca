package io.xiaoer.answering.understanding;

/** What kind of character it is, as far as understanding cares. */
final class Characters {

    private Characters() {}

    static boolean isHan(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x2CEAF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }

    /** Punctuation as BERT sees it: also the ASCII symbols that Unicode files elsewhere. */
    static boolean isPunctuation(int c) {
        if ((c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126)) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    static boolean isEmoji(int c) {
        return (c >= 0x1F000 && c <= 0x1FAFF)
                || (c >= 0x2600 && c <= 0x27BF)
                || (c >= 0x2300 && c <= 0x23FF)
                || (c >= 0x2B00 && c <= 0x2BFF)
                || c == 0x20E3
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0020 && c <= 0xE007F);
    }
}
