package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.SettingType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A ticket type refers to what is there, and its form has what the engine needs. */
final class TicketTypeRules {
    private static final Set<Field.Kind> NEEDED = EnumSet.of(Field.Kind.SUBJECT, Field.Kind.DESCRIPTION);
    private static final Set<Field.Kind> WITH_OPTIONS =
            EnumSet.of(Field.Kind.PRODUCT, Field.Kind.CHOICE, Field.Kind.SUGGESTION);
    private static final Set<Field.Kind> TEXTS = EnumSet.of(
            Field.Kind.SUBJECT, Field.Kind.DESCRIPTION, Field.Kind.TEXT, Field.Kind.LONG_TEXT, Field.Kind.SUGGESTION);
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
            rules.checkFiles(at, type);
            rules.checkKinds(at + ".fields", type);
            each(at + ".fields", type.fields(), rules::checkField);
            OrganizationListRules.checkFields(at + ".fields", type, manifest, problems);
            each(
                    at + ".notifications",
                    type.notifications(),
                    (place, notification) -> rules.checkNotification(place, type, notification));
            SlaRules.check(at + ".sla", type, manifest, problems);
            rules.checkListColumns(at + ".listColumns", type);
        });
    }

    private void checkReferences(String at, TicketType type) {
        problems.demand(
                type.scale().isEmpty()
                        || manifest.scales().stream().map(Scale::id).anyMatch(type.scale()::equals),
                at + ".scale",
                "plugin.problem.no-scale",
                type.scale());
        problems.demand(
                type.workflow().isEmpty()
                        || manifest.workflows().stream().map(Workflow::id).anyMatch(type.workflow()::equals),
                at + ".workflow",
                "plugin.problem.no-workflow",
                type.workflow());
    }

    private void checkFiles(String at, TicketType type) {
        problems.demand(
                type.submitWithFiles().isEmpty() || type.field(Field.Kind.FILES).isPresent(),
                at + ".submitWithFiles",
                "plugin.problem.no-files");
    }

    private void checkKinds(String at, TicketType type) {
        for (var kind : Field.Kind.values()) {
            var count =
                    type.fields().stream().filter(field -> field.kind() == kind).count();
            problems.demand(kind.further() || count <= 1, at, "plugin.problem.kind-twice", spelled(kind));
            problems.demand(count > 0 || !NEEDED.contains(kind), at, "plugin.problem.kind-missing", spelled(kind));
        }
    }

    private void checkField(String at, Field field) {
        var kind = field.kind();
        problems.demand(
                field.required() || !NEEDED.contains(kind),
                at + ".required",
                "plugin.problem.kind-required",
                spelled(kind));
        if (TEXTS.contains(kind)) {
            int most = kind == Field.Kind.SUBJECT ? MAX_SUBJECT : MAX_TEXT;
            problems.demand(
                    field.maxLength() >= 1 && field.maxLength() <= most,
                    at + ".maxLength",
                    "plugin.problem.out-of-range",
                    most);
        } else {
            problems.demand(
                    field.maxLength() == 0, at + ".maxLength", "plugin.problem.meaningless-kind", spelled(kind));
        }
        checkOptions(at + ".options", field);
    }

    private void checkOptions(String at, Field field) {
        if (!WITH_OPTIONS.contains(field.kind())) {
            problems.demand(
                    field.options().isEmpty() && field.organizationList().isEmpty(),
                    at,
                    "plugin.problem.meaningless-kind",
                    spelled(field.kind()));
            return;
        }
        if (field.organizationList().isPresent()) {
            problems.demand(
                    field.kind() == Field.Kind.CHOICE, at, "plugin.problem.list-of-no-use", spelled(field.kind()));
            return;
        }
        field.options()
                .ifPresentOrElse(
                        id -> ManifestRules.checkSetting(manifest, id, Set.of(SettingType.OPTIONS), at, problems),
                        () -> problems.tell(at, "plugin.problem.missing"));
    }

    private void checkNotification(String at, TicketType type, Notification notification) {
        checkLevels(at + ".levels", type, notification);
        problems.demand(
                !notification.event().internal() || !(notification.to() instanceof Recipient.Requester),
                at + ".to",
                "plugin.problem.internal");
        if (notification.to() instanceof Recipient.Addresses addresses) {
            ManifestRules.checkSetting(
                    manifest, addresses.setting(), Set.of(SettingType.EMAIL, SettingType.EMAILS), at + ".to", problems);
        }
    }

    private void checkLevels(String at, TicketType type, Notification notification) {
        manifest.scales().stream()
                .filter(scale -> scale.id().equals(type.scale()))
                .findFirst()
                .ifPresent(scale -> notification
                        .levels()
                        .forEach(level ->
                                problems.demand(scale.level(level).isPresent(), at, "plugin.problem.no-level", level)));
    }

    private void checkListColumns(String at, TicketType type) {
        var columns = type.listColumns();
        problems.demand(Set.copyOf(columns).size() == columns.size(), at, "plugin.problem.column-twice");
        problems.demand(
                columns.contains(ListColumn.NUMBER) || columns.contains(ListColumn.SUBJECT),
                at,
                "plugin.problem.no-way-to-ticket");
    }

    private static String spelled(Field.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
