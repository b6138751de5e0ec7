package dev.portico.portal.plugin.boundary;

import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.plugin.control.HelpTarget;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.web.Addresses;
import dev.portico.portal.web.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cards of the ways to get help that a plugin declares; one whose setting is empty is left out. */
@RequestScoped
public class HelpCards {
    @Inject
    CurrentReader reader;

    @Inject
    Texts texts;

    @Inject
    Links links;

    @Inject
    Addresses addresses;

    List<HelpCard> of(EnabledPlugin plugin) {
        return plugin.manifest().helpWays().stream()
                .flatMap(way -> card(plugin, way).stream())
                .toList();
    }

    private Optional<HelpCard> card(EnabledPlugin plugin, HelpWay way) {
        var value = way.setting().map(setting -> value(plugin, way.kind(), setting));
        if (value.filter(String::isBlank).isPresent()) {
            return Optional.empty();
        }
        return switch (way.kind()) {
            case TICKETS ->
                desk(plugin, way)
                        .map(desk -> card(plugin, way, links.tickets(), desk.word(reader.get(), Word.LIST), false));
            case EMAIL, PHONE -> value.map(text -> card(plugin, way, HelpTarget.of(way.kind(), text), text, false));
            case LINK, COMMUNITY, IDEAS, STATUS ->
                page(plugin, way)
                        .or(() -> value.map(
                                text -> card(plugin, way, HelpTarget.of(way.kind(), text), action(way.kind()), true)));
            case NOTE -> Optional.of(card(plugin, way, "", "", false));
        };
    }

    private Optional<HelpCard> page(EnabledPlugin plugin, HelpWay way) {
        return way.route()
                .flatMap(plugin::page)
                .map(page -> card(plugin, way, addresses.href(page), action(way.kind()), false));
    }

    private HelpCard card(EnabledPlugin plugin, HelpWay way, String href, String action, boolean external) {
        return new HelpCard(
                icon(way.kind()),
                words(plugin, way.label()),
                words(plugin, way.text()),
                href,
                href.isEmpty() ? "" : action,
                external);
    }

    private static String value(EnabledPlugin plugin, HelpWay.Kind kind, String setting) {
        var settings = plugin.settings();
        return kind == HelpWay.Kind.EMAIL
                ? settings.emails(setting).stream().findFirst().orElse("")
                : settings.text(setting).orElse("");
    }

    private static Optional<TenantDesk> desk(EnabledPlugin plugin, HelpWay way) {
        return plugin.desks().stream()
                .filter(desk -> way.ticketType().map(desk.type().id()::equals).orElse(true))
                .findFirst();
    }

    private String words(EnabledPlugin plugin, String key) {
        var language = reader.get();
        return plugin.messages().text(language.ui(), language.formats(), key, Map.of());
    }

    private String action(HelpWay.Kind kind) {
        return texts.text(
                reader.get(),
                switch (kind) {
                    case COMMUNITY -> "tenant.landing.go.community";
                    case IDEAS -> "tenant.landing.go.ideas";
                    case STATUS -> "tenant.landing.go.status";
                    default -> "tenant.landing.go.site";
                });
    }

    private static String icon(HelpWay.Kind kind) {
        return switch (kind) {
            case TICKETS -> "inbox";
            case EMAIL -> "mail";
            case LINK -> "globe";
            case PHONE -> "phone";
            case NOTE -> "alert-octagon";
            case COMMUNITY -> "chat";
            case IDEAS -> "idea";
            case STATUS -> "pulse";
        };
    }
}
