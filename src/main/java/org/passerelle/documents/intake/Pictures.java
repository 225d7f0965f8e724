package org.passerelle.documents.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.passerelle.kernel.InvalidValue;

/// Pictures drawn anew: what one sees and nothing else. Place, camera, comments and hidden thumbnails are gone.
final class Pictures {

    private static final int LONGEST_SIDE = 12_000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final long KEPT_PIXELS = 12_000_000;
    private static final float QUALITY = 0.9f;

    private Pictures() {}

    /// @param format `jpeg` or `png`
    /// @throws InvalidValue `file.dimensions` before anything is decoded, `file.damaged`
    static byte[] redrawn(byte[] content, String format) {
        try {
            var picture = read(content, format);
            if (format.equals("png")) return written(plain(picture, BufferedImage.TYPE_INT_ARGB), "png");
            return written(upright(plain(picture, BufferedImage.TYPE_INT_RGB), Jpegs.orientation(content)), "jpeg");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            if (e instanceof InvalidValue told) throw told;
            throw new InvalidValue("file.damaged", "");
        }
    }

    private static BufferedImage read(byte[] content, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width < 1 || height < 1) throw new InvalidValue("file.damaged", "");
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) {
                throw new InvalidValue("file.dimensions", "");
            }
            var how = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) (width * height) / KEPT_PIXELS));
            if (step > 1) how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage plain(BufferedImage picture, int type) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        var pen = copy.createGraphics();
        if (type == BufferedImage.TYPE_INT_RGB) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        }
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return copy;
    }

    /// Turned as the camera was held, since the note that says so is not kept.
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) return picture;
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean turned = orientation >= 5;
        var copy = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return copy;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
