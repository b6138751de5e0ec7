package dev.portico.portal.page;

import dev.portico.i18n.Languages;
import dev.portico.plugin.manifest.HelpWay;
import dev.portico.plugin.manifest.PluginRoute;
import dev.portico.plugin.manifest.Role;
import dev.portico.plugin.manifest.Word;
import dev.portico.plugin.web.Address;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Names;
import dev.portico.portal.language.Texts;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.plugin.boundary.EnabledPlugin;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.HelpTarget;
import dev.portico.portal.plugin.control.Plugins;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.tenant.entity.TenantFooter;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.Addresses;
import dev.portico.portal.web.Area;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.Links;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.primefaces.context.PrimeFacesContext;

/** The frame around a page: brand, menu, person, languages. */
@Named("frame")
@RequestScoped
public class PageFrame {
    private static final Pattern ARCHIVE = Pattern.compile("/tickets\\?(.*&)?status=archived(&|$)");

    @Inject
    TenantContext tenants;

    @Inject
    TenantDesks desks;

    @Inject
    Plugins plugins;

    @Inject
    CurrentReader reader;

    @Inject
    CurrentUser user;

    @Inject
    CurrentRoute route;

    @Inject
    Links links;

    @Inject
    Addresses addresses;

    @Inject
    Texts texts;

    @Inject
    Instance<StaffMenu> features;

    private List<MenuEntry> menu = List.of();

    /**
     * An entry of the main menu.
     *
     * @param external whether it leads to another site
     */
    public record MenuEntry(String label, String href, boolean current, boolean external) {}

    /** A link at the foot of the page, to another site. */
    public record FooterLink(String label, String href) {}

    /** A language to switch to. */
    public record LanguageChoice(String tag, String label, boolean current) {}

    @PostConstruct
    void prepare() {
        menu = staff() ? staffMenu() : tenantMenu();
    }

    public List<MenuEntry> menu() {
        return menu;
    }

    /** Whether this page is of the staff's area. */
    public boolean staff() {
        return route.area() == Area.STAFF || route.area() == Area.STAFF_TENANT;
    }

    /** Whether staff have to know that no plugin runs. */
    public boolean safeMode() {
        return staff() && plugins.safeMode();
    }

    public boolean inTenant() {
        return tenant().isPresent();
    }

    public String tenantName() {
        return tenant().map(tenant -> tenant.name(reader.get().ui())).orElseGet(() -> text("common.portal"));
    }

    /** Custom properties of the tenant's brand, for the style attribute of the document. */
    public String brandStyle() {
        return tenant().map(Tenant::brandStyle).orElse("");
    }

    public String brandMark() {
        return Names.initial(tenantName(), reader.get().ui());
    }

    /** Address of the tenant's logo; empty where it has none. */
    public String logo() {
        return tenant().flatMap(tenant -> tenant.logo().map(digest -> links.logo(tenant.id(), digest)))
                .orElse("");
    }

    public String footer() {
        var own = customersTenant()
                .map(tenant -> tenant.footer().text(reader.get().ui()))
                .orElse("");
        return own.isEmpty() ? texts.text(reader.get(), "common.footer", Map.of("tenant", tenantName())) : own;
    }

    public List<FooterLink> footerLinks() {
        return customersTenant().map(Tenant::footer).orElse(TenantFooter.NONE).links().stream()
                .map(link -> new FooterLink(link.label(reader.get().ui()), link.href()))
                .toList();
    }

    /** Staff's pages have no need of what is meant for customers. */
    private Optional<Tenant> customersTenant() {
        return staff() ? Optional.empty() : tenant();
    }

    public String home() {
        return staff() ? links.staff() : inTenant() ? links.landing() : links.root();
    }

    public String language() {
        return reader.get().ui().toLanguageTag();
    }

    public List<LanguageChoice> languages() {
        var current = reader.get().ui();
        var offered =
                staff() ? Languages.SUPPORTED : tenant().map(Tenant::languages).orElse(Languages.SUPPORTED);
        return offered.stream()
                .map(language -> new LanguageChoice(
                        language.toLanguageTag(), Names.ofLanguage(language), language.equals(current)))
                .toList();
    }

    public boolean loggedIn() {
        return user.known();
    }

    public String userName() {
        return user.membership().map(Membership::name).orElse("");
    }

    /** Whether others of the organization may act in the person's place. */
    public boolean hasColleagues() {
        return !staff() && user.membership().flatMap(Membership::organization).isPresent();
    }

    /** Whether the person decides what the others of the organization may do. */
    public boolean managesContacts() {
        return user.may(Access.CONTACT_MANAGER);
    }

    public String userEmail() {
        return user.membership().map(Membership::email).orElse("");
    }

    public String initials() {
        return Initials.of(userName());
    }

    /**
     * For a hidden field of each form: PrimeFaces takes a form for a forged one that does not bring back the page's
     * nonce, and its own script, which would add it, is not on every page.
     */
    public String nonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** Path and query of this page, to come back to. */
    public String here() {
        return route.path();
    }

    private Optional<Tenant> tenant() {
        return tenants.current();
    }

    private List<MenuEntry> tenantMenu() {
        if (!inTenant()) {
            return List.of();
        }
        var entries = new ArrayList<MenuEntry>();
        desks.enabled().forEach(plugin -> {
            plugin.manifest().helpWays().forEach(way -> site(plugin, way).ifPresent(entries::add));
            plugin.manifest()
                    .dashboard()
                    .ifPresent(dashboard -> entries.add(entry(text(plugin, dashboard.label()), links.dashboard())));
        });
        var inArchive = ARCHIVE.matcher(route.path()).find();
        desks.all().stream().findFirst().ifPresent(desk -> {
            var list = entry(desk.word(reader.get(), Word.TAB), links.tickets());
            entries.add(new MenuEntry(list.label(), list.href(), list.current() && !inArchive, false));
        });
        desks.all().stream()
                .filter(desk -> desk.workflow().archives())
                .findFirst()
                .ifPresent(desk -> entries.add(new MenuEntry(
                        desk.word(reader.get(), Word.ARCHIVE), links.archivedTickets(), inArchive, false)));
        return entries;
    }

    /** The entry of a way to get help that leads to a page of the plugin, or to a site, where the tenant has entered one. */
    private Optional<MenuEntry> site(EnabledPlugin plugin, HelpWay way) {
        var page = way.menu()
                .flatMap(label ->
                        way.route().flatMap(plugin::page).map(to -> entry(text(plugin, label), addresses.href(to))));
        return page.isPresent() ? page : externalSite(plugin, way);
    }

    private Optional<MenuEntry> externalSite(EnabledPlugin plugin, HelpWay way) {
        return way.menu().flatMap(label -> way.setting()
                .flatMap(plugin.settings()::text)
                .map(address -> HelpTarget.of(way.kind(), address))
                .filter(href -> !href.isEmpty())
                .map(href -> new MenuEntry(text(plugin, label), href, false, true)));
    }

    private String text(EnabledPlugin plugin, String key) {
        var language = reader.get();
        return plugin.messages().text(language.ui(), language.formats(), key, Map.of());
    }

    private List<MenuEntry> staffMenu() {
        var entries = new ArrayList<MenuEntry>();
        if (user.has(Role.AGENT)) {
            entries.add(entry(text("staff.menu.queue"), links.staffQueue()));
        }
        if (user.has(Role.CSM)) {
            entries.add(peopleEntry());
        }
        if (user.may(Access.ADMIN)) {
            entries.add(entry(text("staff.menu.plugins"), links.staffPlugins()));
            entries.add(entry(text("staff.menu.tenants"), links.staffTenants()));
            entries.add(entry(text("staff.menu.mails"), links.staffMails()));
            entries.add(entry(text("staff.menu.audit"), links.staffAudit()));
            entries.add(entry(text("staff.menu.migrations"), links.staffMigrations()));
        }
        if (route.area() == Area.STAFF_TENANT && user.may(Access.ADMIN)) {
            features.forEach(
                    feature -> feature.entry().ifPresent(found -> entries.add(entry(found.label(), found.href()))));
        }
        if (inTenant()) {
            desks.enabled().forEach(plugin -> plugin.manifest().routes().forEach(page -> staffPage(plugin, page)
                    .ifPresent(entries::add)));
        }
        return entries;
    }

    /** Also current on the pages of a tenant's people, which are somewhere else. */
    private MenuEntry peopleEntry() {
        var start = entry(text("staff.menu.people"), links.staffPeople());
        var current = tenant().filter(
                        tenant -> Stream.of(links.staffPeople(tenant.id()), links.staffOrganizations(tenant.id()))
                                .anyMatch(href -> entry("", href).current()))
                .isPresent();
        return current ? new MenuEntry(start.label(), start.href(), true, false) : start;
    }

    private Optional<MenuEntry> staffPage(EnabledPlugin plugin, PluginRoute page) {
        return page.menu()
                .filter(label -> user.may(page.access() == PluginRoute.Access.AGENT ? Access.AGENT : Access.ADMIN))
                .map(label -> entry(text(plugin, label), addresses.href(Address.staff(page.path()))));
    }

    private MenuEntry entry(String label, String href) {
        var path = route.pathWithoutQuery();
        return new MenuEntry(label, href, path.equals(href) || path.startsWith(href + "/"), false);
    }

    private String text(String key) {
        return texts.text(reader.get(), key);
    }
}
