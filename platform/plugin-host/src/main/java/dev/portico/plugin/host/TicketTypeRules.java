package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;
import static dev.portico.plugin.host.Problems.quote;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.SettingType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A ticket type refers to what is there, and its form has what the engine needs. */
final class TicketTypeRules {
    private static final Set<Field.Kind> NEEDED = EnumSet.of(Field.Kind.SUBJECT, Field.Kind.DESCRIPTION);
    /** Kinds that the engine stores itself: a ticket has one place for each. */
    private static final Set<Field.Kind> ENGINE = EnumSet.of(
            Field.Kind.SUBJECT, Field.Kind.DESCRIPTION, Field.Kind.PRODUCT, Field.Kind.SCALE, Field.Kind.FILES);

    private static final Set<Field.Kind> MENUS = EnumSet.of(Field.Kind.PRODUCT, Field.Kind.CHOICE);
    private static final Set<Field.Kind> TEXTS =
            EnumSet.of(Field.Kind.SUBJECT, Field.Kind.DESCRIPTION, Field.Kind.TEXT, Field.Kind.LONG_TEXT);
    private static final int MAX_SUBJECT = 255;
    private static final int MAX_TEXT = 100_000;

    private final PluginManifest manifest;
    private final Problems problems;

    private TicketTypeRules(PluginManifest manifest, Problems problems) {
        this.manifest = manifest;
        this.problems = problems;
    }

    static void check(PluginManifest manifest, Ids ids, Problems problems) {
        var rules = new TicketTypeRules(manifest, problems);
        ids.check("ticketTypes", manifest.ticketTypes(), TicketType::id);
        each("ticketTypes", manifest.ticketTypes(), (at, type) -> {
            ids.checkCamel(at + ".fields", type.fields(), Field::id);
            rules.checkReferences(at, type);
            rules.checkKinds(at + ".fields", type);
            each(at + ".fields", type.fields(), rules::checkField);
            each(at + ".notifications", type.notifications(), rules::checkNotification);
            rules.checkListColumns(at + ".listColumns", type);
        });
    }

    private void checkReferences(String at, TicketType type) {
        problems.require(
                type.scale().isEmpty()
                        || manifest.scales().stream().map(Scale::id).anyMatch(type.scale()::equals),
                at + ".scale",
                "no scale " + quote(type.scale()));
        problems.require(
                type.workflow().isEmpty()
                        || manifest.workflows().stream().map(Workflow::id).anyMatch(type.workflow()::equals),
                at + ".workflow",
                "no workflow " + quote(type.workflow()));
    }

    private void checkKinds(String at, TicketType type) {
        for (var kind : ENGINE) {
            var count =
                    type.fields().stream().filter(field -> field.kind() == kind).count();
            problems.require(count <= 1, at, "more than one field of the kind " + spelled(kind));
            problems.require(count > 0 || !NEEDED.contains(kind), at, "no field of the kind " + spelled(kind));
        }
    }

    private void checkField(String at, Field field) {
        var kind = field.kind();
        problems.require(
                field.required() || !NEEDED.contains(kind), at + ".required", "must be true for " + spelled(kind));
        if (TEXTS.contains(kind)) {
            int most = kind == Field.Kind.SUBJECT ? MAX_SUBJECT : MAX_TEXT;
            problems.require(
                    field.maxLength() >= 1 && field.maxLength() <= most, at + ".maxLength", "must be 1 to " + most);
        } else {
            problems.require(field.maxLength() == 0, at + ".maxLength", "means nothing for " + spelled(kind));
        }
        checkOptions(at + ".options", field);
    }

    private void checkOptions(String at, Field field) {
        if (!MENUS.contains(field.kind())) {
            problems.require(field.options().isEmpty(), at, "means nothing for " + spelled(field.kind()));
            return;
        }
        field.options()
                .ifPresentOrElse(
                        id -> ManifestRules.checkSetting(manifest, id, Set.of(SettingType.OPTIONS), at, problems),
                        () -> problems.add(at, "missing"));
    }

    private void checkNotification(String at, Notification notification) {
        problems.require(
                notification.event() != TicketEvent.NOTE_ADDED || !(notification.to() instanceof Recipient.Requester),
                at + ".to",
                "an internal note never goes to the requester");
        if (notification.to() instanceof Recipient.Addresses addresses) {
            ManifestRules.checkSetting(
                    manifest, addresses.setting(), Set.of(SettingType.EMAIL, SettingType.EMAILS), at + ".to", problems);
        }
    }

    private void checkListColumns(String at, TicketType type) {
        var columns = type.listColumns();
        problems.require(Set.copyOf(columns).size() == columns.size(), at, "names a column more than once");
        problems.require(
                columns.contains(ListColumn.NUMBER) || columns.contains(ListColumn.SUBJECT),
                at,
                "has neither number nor subject, which lead to the ticket");
    }

    private static String spelled(Field.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
