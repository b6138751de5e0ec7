package dev.portico.plugin.host.upgrade;

import dev.portico.plugin.host.HostTexts;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that a plugin declares, or declares otherwise, or declares no more.
 *
 * @param owner id of the ticket type that a status, level or field belongs to; empty for the others
 * @param id as the manifest has it
 */
public record Change(Part part, String owner, String id, Action action) {
    /** What it is; each has a name for people. */
    public enum Part {
        TICKET_TYPE("plugin.part.ticket-type"),
        STATUS("plugin.part.status"),
        LEVEL("plugin.part.level"),
        FIELD("plugin.part.field"),
        SETTING("plugin.part.setting"),
        HELP_WAY("plugin.part.help-way"),
        ORGANIZATION_LIST("plugin.part.organization-list"),
        ROUTE("plugin.part.route"),
        JOB("plugin.part.job"),
        CAPABILITY("plugin.part.capability");

        private final String key;

        Part(String key) {
            this.key = key;
        }

        public String text(Locale language) {
            return HostTexts.text(language, key, Map.of());
        }
    }

    public enum Action {
        ADDED("plugin.change.added"),
        /** Its kind or meaning is another, so that what is stored under its id may not fit any more. */
        CHANGED("plugin.change.changed"),
        REMOVED("plugin.change.removed");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        public String text(Locale language) {
            return HostTexts.text(language, key, Map.of());
        }
    }

    /** Whether tickets may be left behind in what is gone: not to be done while there are any. */
    public boolean strandsTickets() {
        return action == Action.REMOVED && (part == Part.TICKET_TYPE || part == Part.STATUS || part == Part.LEVEL);
    }
}
