package dev.portico.plugin.host;

import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.Dashboard;
import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.ListColumn;
import dev.portico.plugin.manifest.NewsChannel;
import dev.portico.plugin.manifest.Notification;
import dev.portico.plugin.manifest.Notification.Recipient;
import dev.portico.plugin.manifest.OrganizationList;
import dev.portico.plugin.manifest.PluginJob;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.plugin.manifest.PluginRoute.Access;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.manifest.Sla;
import dev.portico.plugin.manifest.StatusCategory;
import dev.portico.plugin.manifest.TicketEvent;
import dev.portico.plugin.manifest.TicketType;
import dev.portico.plugin.manifest.Tone;
import dev.portico.plugin.manifest.Workflow;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of {@code plugin.json}: which member of which type becomes which component of the records. */
final class ManifestDocument {
    private static final String SETTING = "setting:";
    private static final String ORGANIZATION = "organization:";
    /** Stands in for one that cannot be read. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private ManifestDocument() {}

    static PluginManifest manifest(ObjectNode node) {
        return new PluginManifest(
                node.text("id"),
                node.text("version"),
                node.text("api"),
                node.text("name"),
                node.text("description"),
                node.text("provider"),
                node.text("license"),
                node.list("scales", ManifestDocument::scale),
                node.list("workflows", ManifestDocument::workflow),
                node.list("ticketTypes", ManifestDocument::ticketType),
                node.list("helpWays", ManifestDocument::helpWay),
                node.list("settings", ManifestDocument::setting),
                node.list("organizationLists", ManifestDocument::organizationList),
                node.object("dashboard", ManifestDocument::dashboard),
                node.optionalText("upgradeFrom"),
                new HashSet<>(constants(node, "capabilities", Capability.class)),
                node.list("routes", ManifestDocument::route),
                node.list("jobs", job -> new PluginJob(job.text("id"), duration(job, "every"))),
                node.object("news", news -> new NewsChannel(news.text("label"), news.text("description"))),
                node.optionalText("redirectHosts"));
    }

    private static PluginRoute route(ObjectNode node) {
        return new PluginRoute(
                node.text("id"),
                node.text("path"),
                node.oneOf("access", Access.class, Access.ADMINISTRATOR),
                node.optionalText("menu"));
    }

    private static Scale scale(ObjectNode node) {
        return new Scale(node.text("id"), node.text("label"), node.list("levels", ManifestDocument::level));
    }

    private static Scale.Level level(ObjectNode node) {
        return new Scale.Level(node.text("id"), node.text("label"), node.text("description"), tone(node));
    }

    private static Tone tone(ObjectNode node) {
        return node.oneOf("tone", Tone.class, Tone.NEUTRAL);
    }

    private static Workflow workflow(ObjectNode node) {
        return new Workflow(
                node.text("id"),
                node.text("initial"),
                node.list("statuses", ManifestDocument::status),
                node.list("transitions", ManifestDocument::transition),
                automatic(node),
                node.list("timed", ManifestDocument::timed));
    }

    private static Workflow.Timed timed(ObjectNode node) {
        return new Workflow.Timed(node.text("from"), duration(node, "after"), node.text("to"));
    }

    private static Duration duration(ObjectNode node, String member) {
        var text = node.text(member);
        try {
            return text.isEmpty() ? A_DAY : Duration.parse(text);
        } catch (DateTimeParseException e) {
            node.problems().tell(node.at(member), "plugin.problem.no-duration", text);
            return A_DAY;
        }
    }

    private static Workflow.Status status(ObjectNode node) {
        return new Workflow.Status(
                node.text("id"),
                node.text("label"),
                node.oneOf("category", StatusCategory.class, StatusCategory.ACTIVE),
                tone(node));
    }

    private static Workflow.Transition transition(ObjectNode node) {
        return new Workflow.Transition(
                new HashSet<>(node.texts("from")),
                node.text("to"),
                new HashSet<>(constants(node, "roles", Role.class)));
    }

    private static Map<TicketEvent, Map<String, String>> automatic(ObjectNode node) {
        var moves = new LinkedHashMap<TicketEvent, Map<String, String>>();
        node.map("automatic").forEach((event, targets) -> {
            var at = node.at("automatic") + "." + event;
            var byStatus = Map.copyOf(node.textMap(targets, at));
            node.constant(TicketEvent.class, event, at).ifPresent(known -> moves.put(known, byStatus));
        });
        return moves;
    }

    private static TicketType ticketType(ObjectNode node) {
        return new TicketType(
                node.text("id"),
                node.text("words"),
                node.text("scale"),
                node.text("workflow"),
                node.optionalText("warning"),
                node.list("fields", ManifestDocument::field),
                node.list("notifications", ManifestDocument::notification),
                node.list("sla", ManifestDocument::sla),
                node.optionalText("submitWithFiles"),
                constants(node, "listColumns", ListColumn.class));
    }

    private static Sla sla(ObjectNode node) {
        return new Sla(
                node.oneOf("metric", Sla.Metric.class, Sla.Metric.FIRST_RESPONSE),
                node.list("targets", ManifestDocument::target),
                new HashSet<>(node.texts("pausedIn")),
                node.number("warnAtPercent"));
    }

    private static Sla.Target target(ObjectNode node) {
        return new Sla.Target(
                node.text("level"), node.number("amount"), node.oneOf("unit", Sla.Unit.class, Sla.Unit.HOURS));
    }

    private static Dashboard dashboard(ObjectNode node) {
        return new Dashboard(node.text("label"), node.optionalText("announcements"));
    }

    private static OrganizationList organizationList(ObjectNode node) {
        return new OrganizationList(node.text("id"), node.text("label"), node.optionalText("parent"));
    }

    private static <E extends Enum<E>> List<E> constants(ObjectNode node, String member, Class<E> type) {
        var constants = new ArrayList<E>();
        Problems.each(node.at(member), node.texts(member), (at, text) -> node.constant(type, text, at)
                .ifPresent(constants::add));
        return constants;
    }

    private static Field field(ObjectNode node) {
        var options = node.optionalText("options");
        return new Field(
                node.text("id"),
                node.oneOf("kind", Field.Kind.class, Field.Kind.TEXT),
                node.text("label"),
                node.optionalText("help"),
                node.flag("required"),
                node.number("maxLength"),
                options.filter(source -> !source.startsWith(ORGANIZATION)),
                options.filter(source -> source.startsWith(ORGANIZATION))
                        .map(source -> source.substring(ORGANIZATION.length())),
                node.optionalText("dependsOn"));
    }

    private static Notification notification(ObjectNode node) {
        return new Notification(
                node.oneOf("event", TicketEvent.class, TicketEvent.CREATED),
                recipient(node),
                node.text("template"),
                node.texts("levels"));
    }

    private static Recipient recipient(ObjectNode node) {
        var to = node.text("to");
        if (to.equals("assignee")) {
            return new Recipient.Assignee();
        }
        if (to.startsWith(SETTING)) {
            return new Recipient.Addresses(to.substring(SETTING.length()));
        }
        if (!to.isEmpty() && !to.equals("requester")) {
            node.problems().tell(node.at("to"), "plugin.problem.none-of", to, "requester, assignee, setting:<id>");
        }
        return new Recipient.Requester();
    }

    private static HelpWay helpWay(ObjectNode node) {
        return new HelpWay(
                node.text("id"),
                node.oneOf("kind", HelpWay.Kind.class, HelpWay.Kind.NOTE),
                node.text("label"),
                node.text("text"),
                node.optionalText("setting"),
                node.optionalText("ticketType"),
                node.optionalText("menu"),
                node.optionalText("route"));
    }

    private static Setting setting(ObjectNode node) {
        var type = node.oneOf("type", SettingType.class, SettingType.TEXT);
        return new Setting(
                node.text("id"),
                type,
                node.text("label"),
                node.optionalText("help"),
                node.flag("required"),
                node.value("default")
                        .flatMap(value -> SettingValues.read(type, value, node.at("default"), problem -> node.problems()
                                .add(problem.place(), problem.what()))));
    }
}
