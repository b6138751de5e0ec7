package dev.portico.portal.extension.boundary;

import dev.portico.plugin.manifest.Tone;

/**
 * A tone as pages show it: never by colour alone.
 *
 * @param css class
 * @param icon name in the icon sprite
 */
public record ToneView(String css, String icon) {
    static ToneView of(Tone tone) {
        return switch (tone) {
            case CRITICAL -> new ToneView("tone-critical", "alert-octagon");
            case WARNING -> new ToneView("tone-warn", "warning");
            case NOTICE -> new ToneView("tone-info", "info");
            case SUCCESS -> new ToneView("tone-ok", "check-circle");
            case NEUTRAL -> new ToneView("tone-neutral", "status-open");
        };
    }
}
