package io.xiaoer.conversations.internal.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** What a PNG file is made of. */
final class PngParts {

    private static final int SIGNATURE = 8;
    /** Length and name before a chunk's data, checksum after it. */
    private static final int AROUND = 12;

    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngParts() {}

    /**
     * The file with nothing but the picture: no texts, no times, nothing packed that would have to be unpacked.
     *
     * @throws UnreadablePicture if its parts do not fit together up to its end
     */
    static byte[] strip(byte[] file) throws UnreadablePicture {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        boolean data = false;
        while (true) {
            if (file.length - at < AROUND) {
                throw new UnreadablePicture("is cut off; send it again");
            }
            ByteBuffer chunk = ByteBuffer.wrap(file, at, file.length - at);
            int length = chunk.getInt();
            if (length < 0 || length > file.length - at - AROUND) {
                throw new UnreadablePicture("is cut off; send it again");
            }
            String name = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if ((at == SIGNATURE) != name.equals("IHDR")) {
                throw damaged();
            }
            if (NEEDED.contains(name)) {
                CRC32 checksum = new CRC32();
                checksum.update(file, at + 4, length + 4);
                if ((int) checksum.getValue() != chunk.getInt(at + 8 + length)) {
                    throw damaged();
                }
                kept.write(file, at, length + AROUND);
            }
            data |= name.equals("IDAT");
            at += length + AROUND;
            if (name.equals("IEND")) {
                if (!data) {
                    throw damaged();
                }
                return kept.toByteArray();
            }
        }
    }

    private static UnreadablePicture damaged() {
        return new UnreadablePicture("is damaged; take or save it again");
    }
}
