package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;

import dev.portico.plugin.manifest.Capability;
import dev.portico.plugin.manifest.Dashboard;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.PluginJob;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What must hold of a manifest as a whole; what must hold of its parts is in the rules of those. */
final class ManifestRules {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final PluginManifest manifest;
    private final Problems problems;
    private final Ids ids;

    private ManifestRules(PluginManifest manifest, Problems problems) {
        this.manifest = manifest;
        this.problems = problems;
        this.ids = new Ids(problems);
    }

    static void check(PluginManifest manifest, String apiVersion, Problems problems) {
        var rules = new ManifestRules(manifest, problems);
        rules.checkHeader(apiVersion);
        rules.ids.checkCamel("settings", manifest.settings(), Setting::id);
        each(
                "settings",
                manifest.settings(),
                (at, setting) -> problems.demand(
                        setting.type() != SettingType.SECRET
                                || setting.defaultValue().isEmpty(),
                        at + ".default",
                        "plugin.problem.secret-in-jar"));
        rules.ids.check("scales", manifest.scales(), Scale::id);
        each("scales", manifest.scales(), rules::checkScale);
        WorkflowRules.check(manifest.workflows(), rules.ids, problems);
        OrganizationListRules.check(manifest.organizationLists(), rules.ids, problems);
        TicketTypeRules.check(manifest, rules.ids, problems);
        manifest.dashboard()
                .flatMap(Dashboard::announcements)
                .ifPresent(id ->
                        checkSetting(manifest, id, Set.of(SettingType.PHRASES), "dashboard.announcements", problems));
        RouteRules.check(manifest, rules.ids, problems);
        rules.checkBackground();
        rules.ids.check("helpWays", manifest.helpWays(), HelpWay::id);
        each("helpWays", manifest.helpWays(), rules::checkHelpWay);
    }

    private void checkHeader(String apiVersion) {
        ids.checkForm("id", manifest.id());
        checkVersions();
        if (!manifest.api().isEmpty()) {
            ApiRange.parse(manifest.api())
                    .ifPresentOrElse(
                            range -> problems.demand(
                                    range.contains(apiVersion),
                                    "api",
                                    "plugin.problem.other-api",
                                    manifest.api(),
                                    apiVersion),
                            () -> problems.tell("api", "plugin.problem.no-range", manifest.api()));
        }
    }

    private void checkVersions() {
        var version = version("version", manifest.version());
        var earliest = manifest.upgradeFrom().flatMap(text -> version("upgradeFrom", text));
        if (version.isPresent() && earliest.isPresent()) {
            problems.demand(!earliest.get().isAfter(version.get()), "upgradeFrom", "plugin.problem.later-than-version");
        }
    }

    private Optional<SemanticVersion> version(String at, String text) {
        var version = SemanticVersion.parse(text);
        problems.demand(text.isEmpty() || version.isPresent(), at, "plugin.problem.no-version", text);
        return version;
    }

    private void checkScale(String at, Scale scale) {
        problems.demand(!scale.levels().isEmpty(), at + ".levels", "plugin.problem.none-there");
        ids.check(at + ".levels", scale.levels(), Scale.Level::id);
    }

    private void checkBackground() {
        ids.check("jobs", manifest.jobs(), PluginJob::id);
        each("jobs", manifest.jobs(), (at, job) -> {
            requireCapability(at, Capability.JOBS, "jobs");
            problems.demand(
                    job.every().compareTo(SHORTEST) >= 0,
                    at + ".every",
                    "plugin.problem.too-often",
                    SHORTEST.toSeconds());
        });
        manifest.news().ifPresent(news -> requireCapability("news", Capability.MAIL, "mail"));
    }

    private void requireCapability(String at, Capability needed, String spelled) {
        problems.demand(manifest.capabilities().contains(needed), at, "plugin.problem.no-capability", spelled);
    }

    private void checkHelpWay(String at, HelpWay way) {
        problems.demand(way.menu().isEmpty() || way.kind().site(), at + ".menu", "plugin.problem.no-site");
        problems.demand(way.route().isEmpty() || way.kind().site(), at + ".route", "plugin.problem.no-site");
        switch (way.kind()) {
            case TICKETS -> checkTicketType(at, way);
            case EMAIL -> checkSetting(at, way, Set.of(SettingType.EMAIL));
            case PHONE -> checkSetting(at, way, Set.of(SettingType.TEXT));
            case LINK, COMMUNITY, IDEAS, STATUS -> checkSite(at, way);
            case NOTE -> way.setting().ifPresent(id -> checkSetting(at, way, Set.of(SettingType.values())));
        }
    }

    /** It leads to a site whose address is in a setting, or to a page of the plugin's own. */
    private void checkSite(String at, HelpWay way) {
        way.route()
                .ifPresentOrElse(
                        id -> {
                            problems.demand(way.setting().isEmpty(), at + ".setting", "plugin.problem.two-ways");
                            problems.demand(
                                    manifest.routes().stream()
                                            .anyMatch(route -> route.id().equals(id) && RouteRules.isLinked(route)),
                                    at + ".route",
                                    "plugin.problem.no-route",
                                    id);
                        },
                        () -> checkSetting(at, way, Set.of(SettingType.URL)));
    }

    private void checkTicketType(String at, HelpWay way) {
        var place = at + ".ticketType";
        way.ticketType()
                .ifPresentOrElse(
                        id -> problems.demand(
                                manifest.ticketTypes().stream()
                                        .anyMatch(type -> type.id().equals(id)),
                                place,
                                "plugin.problem.no-ticket-type",
                                id),
                        () -> problems.tell(place, "plugin.problem.missing"));
    }

    private void checkSetting(String at, HelpWay way, Set<SettingType> types) {
        var place = at + ".setting";
        way.setting()
                .ifPresentOrElse(
                        id -> checkSetting(manifest, id, types, place, problems),
                        () -> problems.tell(place, "plugin.problem.missing"));
    }

    static void checkSetting(PluginManifest manifest, String id, Set<SettingType> types, String at, Problems problems) {
        Optional<Setting> setting = manifest.settings().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        if (setting.isEmpty()) {
            problems.tell(at, "plugin.problem.no-setting", id);
        } else if (!types.contains(setting.get().type())) {
            problems.tell(at, "plugin.problem.wrong-setting", id);
        }
    }
}
