package com.nexusai.moderation.hash;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** The hashes of bytes that somebody sent. */
public final class MediaHashes {
    /** Below this two pictures are alike because both are empty. */
    private static final int LEAST_QUALITY = 50;

    /** A small file can unfold to a picture that fills the memory: of a large one only every so many points are read. */
    private static final int ENOUGH = 1_024;

    private static final int MOST_POINTS = 16_000_000;

    private MediaHashes() {}

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /** Null for what is no picture that can be read, or one on which there is too little to see. */
    public static @Nullable String pdq(byte[] bytes) {
        try {
            var image = image(bytes);
            if (image == null) {
                return null;
            }
            var result = Pdq.of(image);
            return result.quality() < LEAST_QUALITY ? null : result.hash().hex();
        } catch (IOException | RuntimeException unreadable) {
            // decoders throw whatever they like at what is only half a picture
            return null;
        }
    }

    private static @Nullable BufferedImage image(byte[] bytes) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int step = Math.max(1, Math.min(width, height) / ENOUGH);
        if ((long) (width / step) * (height / step) > MOST_POINTS) {
            return null;
        }
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }
}
