package io.xiaoer.conversations.internal.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture drawn anew, so that it holds nothing but what can be seen: no place, no time, no camera, nothing behind its end.
 *
 * @param bytes of a JPEG or PNG file
 */
public record CleanPicture(PictureType type, byte[] bytes, int width, int height) {

    /** More than cameras of phones make by default; decoding more would take too much memory. */
    private static final long MOST_PIXELS = 40_000_000;

    /** A photo of 12 megapixels stays as large as it is; of a larger one every second line is left out, or more. */
    private static final long KEPT_PIXELS = 12_600_000;

    private static final int MOST_BYTES = 5 << 20;
    private static final float QUALITY = 0.87f;

    /**
     * Takes seconds of a processor and up to 150 MB of memory at worst.
     *
     * @param type that the sender says the file has
     * @throws UnreadablePicture if it has another, is damaged, or is too large
     */
    public static CleanPicture of(PictureType type, byte[] file) throws UnreadablePicture {
        if (!type.begins(file)) {
            throw new UnreadablePicture("must be a picture of the type that Content-Type names");
        }
        return switch (type) {
            case JPEG -> {
                JpegParts parts = JpegParts.of(file);
                yield jpeg(Turned.upright(read(type, parts.bytes()), parts.orientation()));
            }
            case PNG -> png(read(type, PngParts.strip(file)));
            case GIF -> png(read(type, file));
        };
    }

    /** The first picture in a file. Its size is known before any of it is decoded. */
    private static BufferedImage read(PictureType type, byte[] file) throws UnreadablePicture {
        ImageReader reader = first(ImageIO.getImageReadersByFormatName(type.format()));
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new UnreadablePicture("must not have more than 40 megapixels; make it smaller");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
            param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(0, param);
        } catch (IOException | RuntimeException e) {
            // the readers meet damage with whatever exception it leads to
            throw new UnreadablePicture("cannot be read; take or save it again");
        } finally {
            reader.dispose();
        }
    }

    private static CleanPicture png(BufferedImage image) {
        BufferedImage plain = image.getColorModel().getPixelSize() > Integer.SIZE
                ? drawn(image, image.getColorModel().hasAlpha())
                : image;
        byte[] bytes = written("png", plain);
        // a photo is many times smaller the other way
        return bytes.length > MOST_BYTES
                ? jpeg(plain)
                : new CleanPicture(PictureType.PNG, bytes, image.getWidth(), image.getHeight());
    }

    private static CleanPicture jpeg(BufferedImage image) {
        boolean fits = switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY -> true;
            default -> false;
        };
        byte[] bytes = written("jpeg", fits ? image : drawn(image, false));
        return new CleanPicture(PictureType.JPEG, bytes, image.getWidth(), image.getHeight());
    }

    /** On white where it is not to be seen through. */
    private static BufferedImage drawn(BufferedImage image, boolean alpha) {
        BufferedImage drawn = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = drawn.createGraphics();
        if (alpha) {
            graphics.drawImage(image, 0, 0, null);
        } else {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        }
        graphics.dispose();
        return drawn;
    }

    private static byte[] written(String format, BufferedImage image) {
        ImageWriter writer = first(ImageIO.getImageWritersByFormatName(format));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes whatever is written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static <T> T first(Iterator<T> found) {
        if (!found.hasNext()) {
            throw new IllegalStateException("every JDK reads and writes JPEG, PNG and GIF");
        }
        return found.next();
    }
}
