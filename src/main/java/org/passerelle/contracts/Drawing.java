package org.passerelle.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.passerelle.kernel.InvalidValue;

/// A name drawn with a finger: strokes of points in a box of 600 by 200. Written `12,40 13,42;90,10 95,12`.
///
/// @param strokes x, y, x, y … each at least two points
public record Drawing(List<List<Integer>> strokes) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;
    private static final int MOST_POINTS = 2000;
    private static final int LONGEST = 20_000;
    private static final Pattern POINT = Pattern.compile("([0-9]{1,3}),([0-9]{1,3})");

    public Drawing {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /// @throws InvalidValue `drawing.format` when it is anything else, or nothing to see
    public static Drawing of(String text) {
        if (text.length() > LONGEST) throw new InvalidValue("drawing.format", "");
        var strokes = new ArrayList<List<Integer>>();
        int points = 0;
        for (var stroke : text.split(";", -1)) {
            var line = new ArrayList<Integer>();
            for (var point : stroke.strip().split(" ", -1)) {
                var match = POINT.matcher(point);
                if (!match.matches() || ++points > MOST_POINTS) throw new InvalidValue("drawing.format", "");
                int x = Integer.parseInt(match.group(1));
                int y = Integer.parseInt(match.group(2));
                if (x > WIDTH || y > HEIGHT) throw new InvalidValue("drawing.format", "");
                line.add(x);
                line.add(y);
            }
            if (line.size() >= 4) strokes.add(line);
        }
        if (strokes.isEmpty()) throw new InvalidValue("drawing.format", "");
        return new Drawing(strokes);
    }

    /// As it is kept.
    public String text() {
        var out = new StringBuilder();
        for (var stroke : strokes) {
            if (!out.isEmpty()) out.append(';');
            for (int i = 0; i < stroke.size(); i += 2) {
                if (i > 0) out.append(' ');
                out.append(stroke.get(i)).append(',').append(stroke.get(i + 1));
            }
        }
        return out.toString();
    }
}
