package io.xiaoer.conversations;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as shoppers send them, and as attackers do. */
public final class PictureFixtures {

    private PictureFixtures() {}

    /** Red at the top left, blue elsewhere. */
    public static BufferedImage drawing(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    public static byte[] file(String format, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("cannot be written as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] file(String format, int width, int height) {
        return file(format, drawing(width, height, BufferedImage.TYPE_3BYTE_BGR));
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A camera's: with Exif that tells the orientation, and where it was taken as text. */
    public static byte[] photo(int width, int height, int orientation, String place) {
        byte[] plain = file("jpeg", width, height);
        byte[] words = place.getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(26 + words.length);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        tiff.put(words);
        byte[] exif = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(plain.length + 4 + exif.length + tiff.capacity());
        file.put(plain, 0, 2).put((byte) 0xFF).put((byte) 0xE1);
        file.putShort((short) (2 + exif.length + tiff.capacity())).put(exif).put(tiff.array());
        file.put(plain, 2, plain.length - 2);
        return file.array();
    }

    /** A PNG that says it is large and has next to nothing in it. */
    public static byte[] bomb(int width, int height) {
        byte[] plain = file("png", 1, 1);
        ByteBuffer file = ByteBuffer.wrap(plain);
        file.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(plain, 12, 17);
        file.putInt(29, (int) checksum.getValue());
        return plain;
    }

    public static byte[] with(byte[] file, String tail) {
        byte[] words = tail.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(file.length + words.length)
                .put(file)
                .put(words)
                .array();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
