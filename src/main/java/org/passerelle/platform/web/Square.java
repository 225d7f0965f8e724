package org.passerelle.platform.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as the path of an SVG drawing, one unit a module.
///
/// @param size of a side, in modules, the quiet border included
/// @param path dark modules, `M4 4h7v1h-7z…`
public record Square(int size, String path) {

    private static final int BORDER = 4;

    /// @param text at most some 2 000 bytes; characters beyond ASCII are written as UTF-8
    public static Square of(String text) {
        try {
            var modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    BORDER));
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y)) x++;
                    if (x > from) path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
            return new Square(modules.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
