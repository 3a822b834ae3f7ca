package io.xiaoer.conversations.internal.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.xiaoer.conversations.PictureFixtures;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CleanPictureTest {

    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    @ParameterizedTest
    @EnumSource(PictureType.class)
    void drawsEveryTypeAnewAtItsSize(PictureType type) throws UnreadablePicture {
        CleanPicture clean = CleanPicture.of(type, PictureFixtures.file(type.format(), 60, 40));
        assertThat(clean.width()).isEqualTo(60);
        assertThat(clean.height()).isEqualTo(40);
        BufferedImage drawn = PictureFixtures.read(clean.bytes());
        assertThat(drawn.getWidth()).isEqualTo(60);
        assertThat(near(drawn.getRGB(5, 5), RED)).isTrue();
        assertThat(near(drawn.getRGB(55, 35), BLUE)).isTrue();
        assertThat(clean.type()).isEqualTo(type == PictureType.GIF ? PictureType.PNG : type);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void setsPhotosUprightAndForgetsWhereTheyWereTaken(int orientation, int right, int bottom)
            throws UnreadablePicture {
        byte[] photo = PictureFixtures.photo(60, 40, orientation, "31.2304N 121.4737E");
        CleanPicture clean = CleanPicture.of(PictureType.JPEG, photo);
        boolean sideways = orientation >= 5;
        assertThat(clean.width()).isEqualTo(sideways ? 40 : 60);
        assertThat(clean.height()).isEqualTo(sideways ? 60 : 40);
        BufferedImage drawn = PictureFixtures.read(clean.bytes());
        int x = right == 1 ? drawn.getWidth() - 5 : 5;
        int y = bottom == 1 ? drawn.getHeight() - 5 : 5;
        assertThat(near(drawn.getRGB(x, y), RED)).isTrue();
        assertThat(near(drawn.getRGB(drawn.getWidth() - 1 - x, drawn.getHeight() - 1 - y), BLUE))
                .isTrue();
        assertThat(text(photo)).contains("31.2304N");
        assertThat(text(clean.bytes())).doesNotContain("31.2304N", "Exif");
    }

    @Test
    void dropsWhatStandsBehindThePicture() throws UnreadablePicture {
        for (PictureType type : PictureType.values()) {
            byte[] polyglot =
                    PictureFixtures.with(PictureFixtures.file(type.format(), 20, 20), "<script>alert(1)</script>");
            assertThat(text(CleanPicture.of(type, polyglot).bytes())).doesNotContain("script");
        }
    }

    @Test
    void refusesWhatIsNoPictureOrAnotherOne() {
        assertRefused(PictureType.PNG, PictureFixtures.text("hello, I am a picture"), "of the type");
        assertRefused(PictureType.PNG, PictureFixtures.file("jpeg", 20, 20), "of the type");
        assertRefused(PictureType.GIF, PictureFixtures.text("GIF89a/*<svg onload=alert(1)>*/=1;"), "cannot be read");
        assertRefused(PictureType.JPEG, new byte[0], "of the type");
    }

    @ParameterizedTest
    @EnumSource(PictureType.class)
    void refusesWhatIsCutOff(PictureType type) {
        byte[] whole =
                PictureFixtures.file(type.format(), PictureFixtures.drawing(400, 400, BufferedImage.TYPE_3BYTE_BGR));
        for (int left : new int[] {10, 30, whole.length / 2, whole.length - 5}) {
            assertThatExceptionOfType(UnreadablePicture.class)
                    .as("%s of %s bytes", left, whole.length)
                    .isThrownBy(() -> CleanPicture.of(type, Arrays.copyOf(whole, left)));
        }
    }

    @Test
    void refusesWhatWouldUnpackToTooMuchBeforeUnpackingIt() {
        assertRefused(PictureType.PNG, PictureFixtures.bomb(10_000, 5_000), "40 megapixels");
        assertRefused(PictureType.PNG, PictureFixtures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE), "40 megapixels");
        byte[] jpeg = PictureFixtures.file("jpeg", 20, 20);
        int frame = text(jpeg).indexOf("\u00FF\u00C0");
        jpeg[frame + 5] = (byte) 0xF0;
        jpeg[frame + 7] = (byte) 0xF0;
        assertRefused(PictureType.JPEG, jpeg, "40 megapixels");
    }

    @Test
    void refusesAPngWhoseChecksumsAreWrong() {
        byte[] file = PictureFixtures.file("png", 20, 20);
        file[17] ^= 1;
        assertRefused(PictureType.PNG, file, "damaged");
    }

    @Test
    void refusesAJpegOfManyLayers() {
        byte[] file = PictureFixtures.file("jpeg", 20, 20);
        int scan = text(file).indexOf("\u00FF\u00DA");
        byte[] scans = new byte[file.length + 60 * 4];
        System.arraycopy(file, 0, scans, 0, scan);
        for (int i = 0; i < 60; i++) {
            scans[scan + i * 4] = (byte) 0xFF;
            scans[scan + i * 4 + 1] = (byte) 0xDA;
            scans[scan + i * 4 + 3] = 2;
        }
        System.arraycopy(file, scan, scans, scan + 60 * 4, file.length - scan);
        assertRefused(PictureType.JPEG, scans, "layers");
    }

    @Test
    void makesVeryLargePhotosSmaller() throws UnreadablePicture {
        byte[] large =
                PictureFixtures.file("jpeg", PictureFixtures.drawing(5_000, 4_000, BufferedImage.TYPE_BYTE_GRAY));
        CleanPicture clean = CleanPicture.of(PictureType.JPEG, large);
        assertThat(clean.width()).isEqualTo(2_500);
        assertThat(clean.height()).isEqualTo(2_000);
    }

    @Test
    void keepsWhatCanBeSeenThrough() throws UnreadablePicture {
        BufferedImage image = new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(3, 3, RED);
        CleanPicture clean = CleanPicture.of(PictureType.PNG, PictureFixtures.file("png", image));
        BufferedImage drawn = PictureFixtures.read(clean.bytes());
        assertThat(drawn.getRGB(3, 3)).isEqualTo(RED);
        assertThat(drawn.getRGB(20, 20) >>> 24).isZero();
    }

    private static void assertRefused(PictureType type, byte[] file, String reason) {
        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> CleanPicture.of(type, file))
                .withMessageContaining(reason);
    }

    private static boolean near(int colour, int other) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs(((colour >> shift) & 0xFF) - ((other >> shift) & 0xFF)) > 60) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
