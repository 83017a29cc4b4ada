package com.nexusai.moderation.hash;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.PictureHash;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PdqTest {
    /** Of the same photograph, once turned by a quarter, as the authors of PDQ publish them. */
    private static final PictureHash PUBLISHED =
            PictureHash.of("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");

    private static final PictureHash PUBLISHED_TURNED =
            PictureHash.of("30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af");

    @Test
    void shouldCountBitsAsTheAuthorsDo() {
        assertThat(PUBLISHED.distance(PUBLISHED_TURNED)).isEqualTo(120);
        assertThat(PUBLISHED.distance(PUBLISHED)).isZero();
        assertThat(PictureHash.of(PUBLISHED.hex())).isEqualTo(PUBLISHED);
    }

    /** Of points that follow from arithmetic alone; our hash of it, when it gave the published ones bit for bit. */
    @Test
    void shouldHashAsItDidWhenItWasHeldAgainstThePublishedPictures() {
        var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 200; y++) {
                image.setRGB(
                        x, y, (((x * x / 50 + y) % 256) << 16) | (((x * y / 40) % 256) << 8) | ((y * 3 + x) % 256));
            }
        }

        assertThat(Pdq.of(image).hash().hex())
                .isEqualTo("5369b64b66cacc9a10aa7556c2958ca53b6de4c9899b0636f8e5878e9c3eb1f0");
    }

    @Test
    void shouldHaveHalfOfTheBitsSet() {
        var hash = Pdq.of(scene(800, 600)).hash();

        assertThat(hash.distance(new PictureHash(0, 0, 0, 0))).isBetween(126, 128);
    }

    @Test
    void shouldHardlyChangeWhenAPictureIsMadeSmallerOrCompressed() throws IOException {
        var original = Pdq.of(scene(1_600, 1_200)).hash();

        var smaller = Pdq.of(scaled(scene(1_600, 1_200), 400, 300)).hash();
        var compressed = PictureHash.of(MediaHashes.pdq(bytes(scene(1_600, 1_200), "jpg")));

        assertThat(original.distance(smaller)).isLessThan(12);
        assertThat(original.distance(compressed)).isLessThan(12);
    }

    @Test
    void shouldChangeMuchWhenThePictureIsAnother() {
        assertThat(Pdq.of(scene(800, 600))
                        .hash()
                        .distance(Pdq.of(other(800, 600)).hash()))
                .isGreaterThan(80);
    }

    @Test
    void shouldSayNothingOfWhatIsEmptyOrNoPicture() throws IOException {
        var blank = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);

        assertThat(MediaHashes.pdq(bytes(blank, "png"))).isNull();
        assertThat(MediaHashes.pdq("no picture".getBytes())).isNull();
        assertThat(MediaHashes.pdq(new byte[0])).isNull();
        var half = bytes(scene(800, 600), "png");
        assertThat(MediaHashes.pdq(Arrays.copyOf(half, half.length / 2))).isNull();
    }

    @Test
    void shouldReadALargePictureWithoutUnfoldingAllOfIt() throws IOException {
        var large = MediaHashes.pdq(bytes(scene(4_096, 4_096), "png"));

        assertThat(PictureHash.of(large).distance(Pdq.of(scene(1_024, 1_024)).hash()))
                .isLessThan(16);
    }

    @Test
    void shouldHashBytesAsEverybodyDoes() {
        assertThat(MediaHashes.sha256("abc".getBytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** Shapes and shades, the same at every size. */
    private static BufferedImage scene(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.BLUE, width, height, Color.WHITE));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            pen.setColor(new Color((i * 61) % 256, (i * 97) % 256, (i * 143) % 256));
            pen.fillOval((i * 37 % 100) * width / 100, (i * 53 % 100) * height / 100, width / 6, height / 5);
        }
        pen.dispose();
        return image;
    }

    private static BufferedImage other(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 30; i++) {
            pen.setColor(new Color((i * 89) % 256, (i * 31) % 256, (i * 211) % 256));
            pen.fillRect((i * 71 % 100) * width / 100, (i * 17 % 100) * height / 100, width / 9, height / 4);
        }
        pen.dispose();
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return small;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
