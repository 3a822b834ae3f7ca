package io.xiaoer.conversations.internal.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a JPEG file is made of: the picture itself, without whatever else was written into the file, and how it is to be turned.
 *
 * @param bytes a JPEG file with nothing but the picture
 * @param orientation of Exif, 1 to 8; 1 where none is told
 */
record JpegParts(byte[] bytes, int orientation) {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    /** Adobe's: tells which colours the components are. */
    private static final int APP14 = 0xEE;

    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    /** Each is work over the whole picture; cameras and editors write about ten. */
    private static final int MOST_SCANS = 40;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int TIFF_SHORT = 3;

    /** Says that the components are those of JFIF, as viewers take them where nothing is said. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** @throws UnreadablePicture if its parts do not fit together up to its end */
    static JpegParts of(byte[] file) throws UnreadablePicture {
        return new Walk(file).parts();
    }

    private static final class Walk {

        private final byte[] file;
        private final ByteArrayOutputStream kept;
        private int at = 2;
        private int orientation = 1;
        private int scans;
        private boolean adobe;

        Walk(byte[] file) {
            this.file = file;
            this.kept = new ByteArrayOutputStream(file.length);
        }

        JpegParts parts() throws UnreadablePicture {
            int marker = marker();
            while (marker != EOI) {
                segment(marker);
                marker = marker == SOS ? entropy() : marker();
            }
            if (scans == 0) {
                throw cutOff();
            }
            byte[] parts = kept.toByteArray();
            ByteArrayOutputStream whole = new ByteArrayOutputStream(parts.length + JFIF.length + 4);
            whole.write(0xFF);
            whole.write(SOI);
            if (!adobe) {
                whole.writeBytes(JFIF);
            }
            whole.writeBytes(parts);
            whole.write(0xFF);
            whole.write(EOI);
            return new JpegParts(whole.toByteArray(), orientation);
        }

        /** The next marker; any number of 0xFF may stand before it. */
        private int marker() throws UnreadablePicture {
            if (next() != 0xFF) {
                throw new UnreadablePicture("is damaged; take or save it again");
            }
            int marker = next();
            while (marker == 0xFF) {
                marker = next();
            }
            return marker;
        }

        private int next() throws UnreadablePicture {
            if (at >= file.length) {
                throw cutOff();
            }
            return file[at++] & 0xFF;
        }

        /** Passes over a segment, and keeps it if the picture needs it. */
        private void segment(int marker) throws UnreadablePicture {
            if (marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= LAST_RESTART)) {
                return;
            }
            int begin = at;
            int length = (next() << 8) | next();
            if (length < 2 || begin + length > file.length) {
                throw cutOff();
            }
            at = begin + length;
            if (marker == SOS && ++scans > MOST_SCANS) {
                throw new UnreadablePicture("has too many layers; save it as an ordinary JPEG");
            }
            if (marker == APP1) {
                orientation = orientation(ByteBuffer.wrap(file, begin + 2, length - 2));
            }
            adobe |= marker == APP14;
            boolean extra = (marker >= APP0 && marker <= APP15 && marker != APP14) || marker == COMMENT;
            if (!extra) {
                kept.write(0xFF);
                kept.write(marker);
                kept.write(file, begin, length);
            }
        }

        /** Keeps a scan's data up to the marker after it, and returns that. */
        private int entropy() throws UnreadablePicture {
            int begin = at;
            while (true) {
                if (next() == 0xFF) {
                    int marker = next();
                    while (marker == 0xFF) {
                        marker = next();
                    }
                    if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
                        kept.write(file, begin, at - 2 - begin);
                        return marker;
                    }
                }
            }
        }

        private int orientation(ByteBuffer segment) {
            try {
                byte[] name = new byte[EXIF.length];
                segment.get(name);
                if (!Arrays.equals(name, EXIF)) {
                    return orientation;
                }
                ByteBuffer tiff = segment.slice();
                tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                tiff.getShort();
                tiff.position(tiff.getInt());
                int entries = tiff.getShort() & 0xFFFF;
                for (int i = 0; i < entries; i++) {
                    int tag = tiff.getShort() & 0xFFFF;
                    int type = tiff.getShort();
                    tiff.getInt();
                    int value = tiff.getShort() & 0xFFFF;
                    tiff.getShort();
                    if (tag == ORIENTATION) {
                        return type == TIFF_SHORT && value >= 1 && value <= 8 ? value : 1;
                    }
                }
            } catch (BufferUnderflowException | IllegalArgumentException e) {
                // damaged: the picture stands as it is
            }
            return orientation;
        }

        private static UnreadablePicture cutOff() {
            return new UnreadablePicture("is cut off; send it again");
        }
    }
}
