package dev.portico.plugin.host;

import static dev.portico.plugin.host.Problems.each;
import static dev.portico.plugin.host.Problems.quote;

import dev.portico.plugin.manifest.Dashboard;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.PluginManifest;
import dev.portico.plugin.manifest.Scale;
import dev.portico.plugin.settings.Setting;
import dev.portico.plugin.settings.SettingType;
import java.util.Optional;
import java.util.Set;

/** What must hold of a manifest as a whole; what must hold of its parts is in the rules of those. */
final class ManifestRules {
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
                (at, setting) -> problems.require(
                        setting.type() != SettingType.SECRET
                                || setting.defaultValue().isEmpty(),
                        at + ".default",
                        "a secret in a jar is none"));
        rules.ids.check("scales", manifest.scales(), Scale::id);
        each("scales", manifest.scales(), rules::checkScale);
        WorkflowRules.check(manifest.workflows(), rules.ids, problems);
        OrganizationListRules.check(manifest.organizationLists(), rules.ids, problems);
        TicketTypeRules.check(manifest, rules.ids, problems);
        manifest.dashboard()
                .flatMap(Dashboard::announcements)
                .ifPresent(id ->
                        checkSetting(manifest, id, Set.of(SettingType.PHRASES), "dashboard.announcements", problems));
        rules.ids.check("helpWays", manifest.helpWays(), HelpWay::id);
        each("helpWays", manifest.helpWays(), rules::checkHelpWay);
    }

    private void checkHeader(String apiVersion) {
        ids.checkForm("id", manifest.id());
        checkVersions();
        if (!manifest.api().isEmpty()) {
            ApiRange.parse(manifest.api())
                    .ifPresentOrElse(
                            range -> problems.require(
                                    range.contains(apiVersion),
                                    "api",
                                    "made for " + manifest.api() + ", but this portal's plugin API is " + apiVersion),
                            () -> problems.add(
                                    "api", quote(manifest.api()) + " is no range with both ends such as [1.0,2.0)"));
        }
    }

    private void checkVersions() {
        var version = version("version", manifest.version());
        var earliest = manifest.upgradeFrom().flatMap(text -> version("upgradeFrom", text));
        if (version.isPresent() && earliest.isPresent()) {
            problems.require(!earliest.get().isAfter(version.get()), "upgradeFrom", "is later than the version itself");
        }
    }

    private Optional<SemanticVersion> version(String at, String text) {
        var version = SemanticVersion.parse(text);
        problems.require(
                text.isEmpty() || version.isPresent(), at, quote(text) + " is no semantic version such as 1.0.0");
        return version;
    }

    private void checkScale(String at, Scale scale) {
        problems.require(!scale.levels().isEmpty(), at + ".levels", "at least one is needed");
        ids.check(at + ".levels", scale.levels(), Scale.Level::id);
    }

    private void checkHelpWay(String at, HelpWay way) {
        problems.require(
                way.menu().isEmpty() || way.kind().site(), at + ".menu", "means nothing for what leads to no site");
        switch (way.kind()) {
            case TICKETS -> checkTicketType(at, way);
            case EMAIL -> checkSetting(at, way, Set.of(SettingType.EMAIL));
            case PHONE -> checkSetting(at, way, Set.of(SettingType.TEXT));
            case LINK, COMMUNITY, IDEAS, STATUS -> checkSetting(at, way, Set.of(SettingType.URL));
            case NOTE -> way.setting().ifPresent(id -> checkSetting(at, way, Set.of(SettingType.values())));
        }
    }

    private void checkTicketType(String at, HelpWay way) {
        var place = at + ".ticketType";
        way.ticketType()
                .ifPresentOrElse(
                        id -> problems.require(
                                manifest.ticketTypes().stream()
                                        .anyMatch(type -> type.id().equals(id)),
                                place,
                                "no ticket type " + quote(id)),
                        () -> problems.add(place, "missing"));
    }

    private void checkSetting(String at, HelpWay way, Set<SettingType> types) {
        var place = at + ".setting";
        way.setting()
                .ifPresentOrElse(
                        id -> checkSetting(manifest, id, types, place, problems), () -> problems.add(place, "missing"));
    }

    static void checkSetting(PluginManifest manifest, String id, Set<SettingType> types, String at, Problems problems) {
        Optional<Setting> setting = manifest.settings().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        if (setting.isEmpty()) {
            problems.add(at, "no setting " + quote(id));
        } else if (!types.contains(setting.get().type())) {
            problems.add(at, "setting " + quote(id) + " has the wrong type for this");
        }
    }
}
