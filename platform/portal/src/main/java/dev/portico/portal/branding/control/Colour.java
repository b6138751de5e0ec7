package dev.portico.portal.branding.control;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An sRGB colour, as browsers' colour fields give it. Each part is 0 to 255. */
public record Colour(int red, int green, int blue) {
    public static final Colour WHITE = new Colour(255, 255, 255);
    /** Text on light brands; the stylesheet's own ink. */
    public static final Colour INK = new Colour(0x14, 0x17, 0x1c);

    /** For text of any size (WCAG 2.2, 1.4.3). */
    public static final double READABLE = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int STEPS = 255;

    public static Optional<Colour> parse(String text) {
        if (!HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        var value = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new Colour(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    /** Contrast ratio as WCAG 2.2 defines it, 1 to 21. */
    public double contrast(Colour other) {
        var one = luminance();
        var two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    public boolean readableOn(Colour ground) {
        return contrast(ground) >= READABLE;
    }

    /** This colour, or the nearest darker or lighter shade of it, on which text of that colour can be read. */
    public Colour nearestFor(Colour text) {
        var black = new Colour(0, 0, 0);
        var target = text.contrast(black) > text.contrast(WHITE) ? black : WHITE;
        for (var step = 0; step < STEPS; step++) {
            var shade = mixed(target, step);
            if (text.readableOn(shade)) {
                return shade;
            }
        }
        return target;
    }

    private Colour mixed(Colour other, int step) {
        return new Colour(mixed(red, other.red, step), mixed(green, other.green, step), mixed(blue, other.blue, step));
    }

    private static int mixed(int from, int to, int step) {
        return from + Math.round((to - from) * (float) step / STEPS);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
