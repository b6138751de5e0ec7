package dev.portico.portal.plugin.control;

import dev.portico.plugin.manifest.Tone;

/**
 * How pages show the tone of what a plugin tells: never by colour alone.
 *
 * @param css class
 * @param icon name in the icon sprite
 */
public record ToneStyle(String css, String icon) {
    public static ToneStyle of(Tone tone) {
        return switch (tone) {
            case CRITICAL -> new ToneStyle("tone-critical", "alert-octagon");
            case WARNING -> new ToneStyle("tone-warn", "warning");
            case NOTICE -> new ToneStyle("tone-info", "info");
            case SUCCESS -> new ToneStyle("tone-ok", "check-circle");
            case NEUTRAL -> new ToneStyle("tone-neutral", "status-open");
        };
    }
}
