package com.nexusai.moderation.http;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A picture, in several formats. */
final class Drawing {
    private Drawing() {}

    static String base64(String format) throws Exception {
        var image = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color((i * 89) % 256, (i * 31) % 256, (i * 211) % 256));
            pen.fillRect((i * 71 % 100) * 5, (i * 17 % 100) * 5, 60, 110);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
