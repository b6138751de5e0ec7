package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.plugin.control.ToneStyle;

/**
 * A status or level as the pages show it: never by colour alone.
 *
 * @param tone CSS class
 * @param icon name in the icon sprite
 */
public record Badge(String label, String tone, String icon) {
    static Badge status(TenantDesk desk, Reader reader, String status) {
        return desk.workflow()
                .status(status)
                .map(found -> new Badge(
                        desk.text(reader, found.label()),
                        ToneStyle.of(found.tone()).css(),
                        icon(found)))
                .orElseGet(() -> new Badge(status, "tone-neutral", "status-open"));
    }

    static Badge severity(TenantDesk desk, Reader reader, String severity) {
        return desk.scale()
                .level(severity)
                .map(level -> new Badge(
                        desk.text(reader, level.label()), severityTone(level.tone()), severityIcon(level.tone())))
                .orElseGet(() -> new Badge(severity, "tone-neutral", "severity-4"));
    }

    private static String icon(Workflow.Status status) {
        return switch (status.category()) {
            case NEW -> "status-open";
            case ACTIVE, WAITING_ON_US -> "status-progress";
            case WAITING_ON_CUSTOMER -> "status-waiting";
            case RESOLVED -> "check-circle";
            case CLOSED, ARCHIVED -> "status-closed";
        };
    }

    static String severityTone(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "tone-critical";
            case WARNING -> "tone-high";
            case NOTICE, SUCCESS -> "tone-normal";
            case NEUTRAL -> "tone-low";
        };
    }

    static String severityIcon(Tone tone) {
        return switch (tone) {
            case CRITICAL -> "severity-1";
            case WARNING -> "severity-2";
            case NOTICE, SUCCESS -> "severity-3";
            case NEUTRAL -> "severity-4";
        };
    }
}
