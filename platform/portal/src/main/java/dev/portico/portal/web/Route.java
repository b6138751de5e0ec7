package dev.portico.portal.web;

import dev.portico.portal.tenant.entity.Admission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address that the portal answers, plugins' included: nothing else is reachable, and what is reachable says here for whom. */
public enum Route {
    ROOT(Area.ROOT, "", Kind.PAGE, Access.PUBLIC, "/pages/tenant/root.xhtml"),
    ROOT_LANGUAGE(Area.ROOT, "language", Kind.ACTION, Access.PUBLIC, "/internal/language"),
    HEALTH(Area.ROOT, "health/**", Kind.PROBE, Access.PUBLIC, ""),
    OPENAPI(Area.ROOT, "openapi", Kind.PROBE, Access.PUBLIC, ""),
    ROOT_RESOURCE(Area.ROOT, "jakarta.faces.resource/**", Kind.RESOURCE, Access.PUBLIC, ""),

    LANDING(Area.TENANT, "", Kind.PAGE, Access.PUBLIC, "/pages/tenant/landing.xhtml"),
    DASHBOARD(Area.TENANT, "dashboard", Kind.PAGE, Access.CUSTOMER, "/pages/tenant/dashboard.xhtml"),
    TICKETS(Area.TENANT, "tickets", Kind.PAGE, Access.CUSTOMER, "/pages/ticket/list.xhtml"),
    TICKETS_CSV(Area.TENANT, "tickets.csv", Kind.DOWNLOAD, Access.CUSTOMER, "/internal/tickets-csv"),
    NEW_TICKET(Area.TENANT, "tickets/new", Kind.PAGE, Access.CUSTOMER, "/pages/ticket/new.xhtml"),
    TICKET(Area.TENANT, "tickets/{number}", Kind.PAGE, Access.CUSTOMER, "/pages/ticket/show.xhtml"),
    MAIL(Area.TENANT, "tickets/{number}/mails/{id}", Kind.PAGE, Access.CUSTOMER, "/pages/ticket/mail.xhtml"),
    RECEIVED_MAIL(
            Area.TENANT,
            "tickets/{number}/received-mails/{id}",
            Kind.PAGE,
            Access.CUSTOMER,
            "/pages/ticket/receivedmail.xhtml"),
    ATTACHMENT(
            Area.TENANT, "tickets/{number}/attachments/{id}", Kind.DOWNLOAD, Access.CUSTOMER, "/internal/attachment"),
    TICKET_MUTE(
            Area.TENANT, "tickets/{number}/mute/{token}", Kind.OPEN_PAGE, Access.PUBLIC, "/pages/ticket/mute.xhtml"),
    CONTACTS(Area.TENANT, "contacts", Kind.PAGE, Access.CONTACT_MANAGER, "/pages/contact/list.xhtml"),
    DELEGATIONS(Area.TENANT, "delegations", Kind.PAGE, Access.CUSTOMER, "/pages/contact/delegations.xhtml"),
    SETTINGS(Area.TENANT, "settings", Kind.PAGE, Access.CUSTOMER, "/pages/account/settings.xhtml"),
    SECURITY(Area.TENANT, "settings/security", Kind.PAGE, Access.CUSTOMER, "/pages/account/security.xhtml"),
    NEW_ADDRESS(Area.TENANT, "settings/address/{token}", Kind.PAGE, Access.CUSTOMER, "/pages/account/address.xhtml"),
    OWN_DATA(Area.TENANT, "settings/data", Kind.PAGE, Access.CUSTOMER, "/pages/privacy/own.xhtml"),
    OWN_DATA_ZIP(Area.TENANT, "settings/data.zip", Kind.DOWNLOAD, Access.CUSTOMER, "/internal/own-data"),
    DRAFT(Area.TENANT, "drafts/{form}", Kind.DRAFT, Access.CUSTOMER, "/internal/draft"),
    UPLOAD(Area.TENANT, "uploads/{form}", Kind.UPLOAD, Access.CUSTOMER, "/internal/upload"),
    UPLOADED(Area.TENANT, "uploads/{form}/{id}", Kind.REMOVAL, Access.CUSTOMER, "/internal/upload"),
    LANGUAGE(Area.TENANT, "language", Kind.ACTION, Access.PUBLIC, "/internal/language"),
    LOGIN(Area.TENANT, "login", Kind.DOWNLOAD, Access.PUBLIC, "/internal/login"),
    LOGIN_CALLBACK(Area.TENANT, "login/callback", Kind.DOWNLOAD, Access.PUBLIC, "/internal/login/callback"),
    BACKCHANNEL_LOGOUT(
            Area.TENANT,
            "login/backchannel-logout",
            Kind.SERVER_CALL,
            Access.PUBLIC,
            "/internal/login/backchannel-logout"),
    LOGOUT(Area.TENANT, "logout", Kind.ACTION, Access.PUBLIC, "/internal/logout"),
    API(Area.TENANT, "api/v1/**", Kind.API, Access.CUSTOMER, ""),
    LOGO(Area.TENANT, "logo/{id}", Kind.RESOURCE, Access.PUBLIC, "/internal/logo"),
    SUBSCRIBE(Area.TENANT, "subscriptions/{id}", Kind.PAGE, Access.PUBLIC, "/pages/subscription/subscribe.xhtml"),
    SUBSCRIPTION_FEED(
            Area.TENANT, "subscriptions/{id}/atom.xml", Kind.DOWNLOAD, Access.PUBLIC, "/internal/subscription-feed"),
    CONFIRM_SUBSCRIPTION(
            Area.TENANT,
            "subscriptions/{id}/confirm/{token}",
            Kind.PAGE,
            Access.PUBLIC,
            "/pages/subscription/confirm.xhtml"),
    SUBSCRIPTION(
            Area.TENANT,
            "subscriptions/{id}/manage/{token}",
            Kind.PAGE,
            Access.PUBLIC,
            "/pages/subscription/manage.xhtml"),
    UNSUBSCRIBE(
            Area.TENANT,
            "subscriptions/{id}/unsubscribe/{token}",
            Kind.OPEN_PAGE,
            Access.PUBLIC,
            "/pages/subscription/unsubscribe.xhtml"),
    TERMS(Area.TENANT, "terms", Kind.PAGE, Access.PUBLIC, "/pages/terms/show.xhtml"),
    INVITATION(Area.TENANT, "invitations/{token}", Kind.PAGE, Access.PUBLIC, "/pages/invitation/show.xhtml"),
    REGISTER(Area.TENANT, "register", Kind.PAGE, Access.PUBLIC, "/pages/registration/new.xhtml"),
    REGISTRATION(Area.TENANT, "registrations/{token}", Kind.PAGE, Access.PUBLIC, "/pages/registration/confirm.xhtml"),
    RESOURCE(Area.TENANT, "jakarta.faces.resource/**", Kind.RESOURCE, Access.PUBLIC, ""),
    EXTENSION(Area.TENANT, "**", Kind.EXTENSION, Access.PUBLIC, "/internal/extension"),
    CUSTOMER_EXTENSION(Area.TENANT, "**", Kind.EXTENSION, Access.CUSTOMER, "/internal/extension"),

    STAFF(Area.STAFF, "", Kind.DOWNLOAD, Access.STAFF, "/internal/staff"),
    STAFF_QUEUE(Area.STAFF, "tickets", Kind.PAGE, Access.AGENT, "/pages/staff/queue.xhtml"),
    STAFF_MAILS(Area.STAFF, "mails", Kind.PAGE, Access.ADMIN, "/pages/staff/mails.xhtml"),
    STAFF_PLUGINS(Area.STAFF, "plugins", Kind.PAGE, Access.ADMIN, "/pages/staff/plugins.xhtml"),
    STAFF_PLUGIN_RELEASES(
            Area.STAFF, "plugins/{id}", Kind.PAGE, Access.PLATFORM_ADMIN, "/pages/staff/pluginreleases.xhtml"),
    STAFF_PLUGIN_PROGRESS(
            Area.STAFF, "plugins/{id}/progress", Kind.DOWNLOAD, Access.PLATFORM_ADMIN, "/internal/plugin-progress"),
    STAFF_PLUGIN_DATA(Area.STAFF, "plugins/{id}/data", Kind.DOWNLOAD, Access.PLATFORM_ADMIN, "/internal/plugin-data"),
    STAFF_PLUGIN_RELEASE(
            Area.STAFF,
            "plugins/{id}/releases/{digest}",
            Kind.PAGE,
            Access.PLATFORM_ADMIN,
            "/pages/staff/pluginrelease.xhtml"),
    STAFF_TENANTS(Area.STAFF, "tenants", Kind.PAGE, Access.ADMIN, "/pages/staff/tenants.xhtml"),
    STAFF_PUBLISHERS(
            Area.STAFF, "plugins/publishers", Kind.PAGE, Access.PLATFORM_ADMIN, "/pages/staff/publishers.xhtml"),
    STAFF_ORIGINS(Area.STAFF, "plugins/origins", Kind.PAGE, Access.PLATFORM_ADMIN, "/pages/staff/origins.xhtml"),
    STAFF_AUDIT(Area.STAFF, "audit", Kind.PAGE, Access.ADMIN, "/pages/staff/audit.xhtml"),
    STAFF_AUDIT_CSV(Area.STAFF, "audit.csv", Kind.DOWNLOAD, Access.ADMIN, "/internal/audit-csv"),
    STAFF_PEOPLE_START(Area.STAFF, "people", Kind.PAGE, Access.CSM, "/pages/people/start.xhtml"),
    STAFF_API(Area.STAFF, "api/v1/**", Kind.API, Access.ADMIN, ""),
    STAFF_MIGRATIONS(Area.STAFF, "migrations", Kind.PAGE, Access.ADMIN, "/pages/migration/list.xhtml"),
    STAFF_NEW_MIGRATION(Area.STAFF, "migrations/new", Kind.PAGE, Access.ADMIN, "/pages/migration/new.xhtml"),
    STAFF_SETTINGS(Area.STAFF, "settings", Kind.PAGE, Access.STAFF, "/pages/account/settings.xhtml"),
    STAFF_SECURITY(Area.STAFF, "settings/security", Kind.PAGE, Access.STAFF, "/pages/account/security.xhtml"),
    STAFF_LANGUAGE(Area.STAFF, "language", Kind.ACTION, Access.PUBLIC, "/internal/language"),
    STAFF_LOGIN(Area.STAFF, "login", Kind.DOWNLOAD, Access.PUBLIC, "/internal/login"),
    STAFF_LOGIN_CALLBACK(Area.STAFF, "login/callback", Kind.DOWNLOAD, Access.PUBLIC, "/internal/login/callback"),
    STAFF_BACKCHANNEL_LOGOUT(
            Area.STAFF,
            "login/backchannel-logout",
            Kind.SERVER_CALL,
            Access.PUBLIC,
            "/internal/login/backchannel-logout"),
    STAFF_LOGOUT(Area.STAFF, "logout", Kind.ACTION, Access.PUBLIC, "/internal/logout"),
    STAFF_RESOURCE(Area.STAFF, "jakarta.faces.resource/**", Kind.RESOURCE, Access.PUBLIC, ""),

    STAFF_TICKET(Area.STAFF_TENANT, "tickets/{number}", Kind.PAGE, Access.AGENT, "/pages/staff/ticket.xhtml"),
    STAFF_MAIL(Area.STAFF_TENANT, "tickets/{number}/mails/{id}", Kind.PAGE, Access.AGENT, "/pages/staff/mail.xhtml"),
    STAFF_TICKET_MAIL(
            Area.STAFF_TENANT,
            "tickets/{number}/received-mails/{id}",
            Kind.PAGE,
            Access.AGENT,
            "/pages/staff/receivedmail.xhtml"),
    STAFF_TICKET_MAIL_SOURCE(
            Area.STAFF_TENANT,
            "tickets/{number}/received-mails/{id}/source",
            Kind.DOWNLOAD,
            Access.AGENT,
            "/internal/received-mail"),
    STAFF_ATTACHMENT(
            Area.STAFF_TENANT,
            "tickets/{number}/attachments/{id}",
            Kind.DOWNLOAD,
            Access.AGENT,
            "/internal/attachment"),
    STAFF_PLUGIN(Area.STAFF_TENANT, "plugins/{id}", Kind.PAGE, Access.ADMIN, "/pages/staff/plugin.xhtml"),
    STAFF_SUBSCRIPTIONS(
            Area.STAFF_TENANT, "subscriptions/{id}", Kind.PAGE, Access.ADMIN, "/pages/staff/subscriptions.xhtml"),
    STAFF_BRANDING(Area.STAFF_TENANT, "branding", Kind.PAGE, Access.ADMIN, "/pages/staff/branding.xhtml"),
    STAFF_TERMS(Area.STAFF_TENANT, "terms", Kind.PAGE, Access.ADMIN, "/pages/staff/terms.xhtml"),
    STAFF_TEXTS(Area.STAFF_TENANT, "texts", Kind.PAGE, Access.ADMIN, "/pages/staff/texts.xhtml"),
    STAFF_RECEIVED_MAILS(
            Area.STAFF_TENANT, "received-mails", Kind.PAGE, Access.ADMIN, "/pages/staff/receivedmails.xhtml"),
    STAFF_RECEIVED_MAIL(
            Area.STAFF_TENANT, "received-mails/{id}", Kind.DOWNLOAD, Access.ADMIN, "/internal/received-mail"),
    STAFF_NEW_MAILBOX(Area.STAFF_TENANT, "mailboxes/new", Kind.PAGE, Access.ADMIN, "/pages/staff/mailbox.xhtml"),
    STAFF_MAILBOX(Area.STAFF_TENANT, "mailboxes/{id}", Kind.PAGE, Access.ADMIN, "/pages/staff/mailbox.xhtml"),
    STAFF_DATA_REQUESTS(Area.STAFF_TENANT, "data-requests", Kind.PAGE, Access.ADMIN, "/pages/privacy/list.xhtml"),
    STAFF_DATA_REQUEST(Area.STAFF_TENANT, "data-requests/{id}", Kind.PAGE, Access.ADMIN, "/pages/privacy/show.xhtml"),
    STAFF_MIGRATION(Area.STAFF_TENANT, "migrations/{id}", Kind.PAGE, Access.ADMIN, "/pages/migration/show.xhtml"),
    STAFF_MIGRATION_PROGRESS(
            Area.STAFF_TENANT, "migrations/{id}/progress", Kind.DOWNLOAD, Access.ADMIN, "/internal/migration-progress"),
    STAFF_PEOPLE(Area.STAFF_TENANT, "people", Kind.PAGE, Access.CSM, "/pages/people/list.xhtml"),
    STAFF_NEW_PERSON(Area.STAFF_TENANT, "people/new", Kind.PAGE, Access.CSM, "/pages/people/person.xhtml"),
    STAFF_PERSON(Area.STAFF_TENANT, "people/{id}", Kind.PAGE, Access.CSM, "/pages/people/person.xhtml"),
    STAFF_NEW_PEOPLE_IMPORT(Area.STAFF_TENANT, "people/import", Kind.PAGE, Access.CSM, "/pages/people/importnew.xhtml"),
    STAFF_PEOPLE_IMPORT(
            Area.STAFF_TENANT, "people/imports/{id}", Kind.PAGE, Access.CSM, "/pages/people/importshow.xhtml"),
    STAFF_PEOPLE_IMPORT_PROGRESS(
            Area.STAFF_TENANT,
            "people/imports/{id}/progress",
            Kind.DOWNLOAD,
            Access.CSM,
            "/internal/people-import-progress"),
    STAFF_PEOPLE_IMPORT_RESULT(
            Area.STAFF_TENANT,
            "people/imports/{id}/result.csv",
            Kind.DOWNLOAD,
            Access.CSM,
            "/internal/people-import-result"),
    STAFF_ORGANIZATIONS(Area.STAFF_TENANT, "organizations", Kind.PAGE, Access.CSM, "/pages/people/organizations.xhtml"),
    STAFF_NEW_ORGANIZATION(
            Area.STAFF_TENANT, "organizations/new", Kind.PAGE, Access.CSM, "/pages/people/organization.xhtml"),
    STAFF_ORGANIZATION(
            Area.STAFF_TENANT, "organizations/{id}", Kind.PAGE, Access.CSM, "/pages/people/organization.xhtml"),
    STAFF_DRAFT(Area.STAFF_TENANT, "drafts/{form}", Kind.DRAFT, Access.AGENT, "/internal/draft"),
    STAFF_UPLOAD(Area.STAFF_TENANT, "uploads/{form}", Kind.UPLOAD, Access.AGENT, "/internal/upload"),
    STAFF_UPLOADED(Area.STAFF_TENANT, "uploads/{form}/{id}", Kind.REMOVAL, Access.AGENT, "/internal/upload"),
    STAFF_EXTENSION(Area.STAFF_TENANT, "**", Kind.EXTENSION, Access.AGENT, "/internal/extension"),
    ADMIN_EXTENSION(Area.STAFF_TENANT, "**", Kind.EXTENSION, Access.ADMIN, "/internal/extension");

    /** What kind of thing answers, which decides the methods and the shape of a failure. */
    @SuppressWarnings("ImmutableEnumChecker")
    public enum Kind {
        PAGE("GET", "HEAD", "POST"),
        /** A page whose form anybody may send who knows its address: other servers and the pages of other sites. */
        OPEN_PAGE("GET", "HEAD", "POST"),
        DOWNLOAD("GET", "HEAD"),
        ACTION("POST"),
        /** A call by a server, which brings no cookie of ours. */
        SERVER_CALL("POST"),
        RESOURCE("GET", "HEAD"),
        /** What the server itself answers about the application; it adds its servlets to the one at the root. */
        PROBE("GET", "HEAD"),
        DRAFT("PUT", "DELETE"),
        /** A file's bytes, sent by a script of our pages. */
        UPLOAD("POST"),
        REMOVAL("DELETE"),
        /** What a plugin answers; found among the plugins' routes only when no other is. */
        EXTENSION("GET", "HEAD", "POST"),
        API("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

        private final Set<String> methods;

        Kind(String... methods) {
            this.methods = Set.of(methods);
        }
    }

    /** A route with the variables of its template. */
    public record Match(Route route, Map<String, String> variables) {}

    private static final String REST = "**";
    private static final Map<String, Pattern> VARIABLES = Map.of(
            "{number}", Pattern.compile("[0-9]{1,18}"),
            "{id}", Pattern.compile("[A-Za-z0-9_-]{1,64}"),
            "{token}", Pattern.compile("[A-Za-z0-9_-]{1,64}"),
            "{digest}", Pattern.compile("[0-9a-f]{64}"),
            "{form}", Pattern.compile("[A-Za-z0-9_-]{1,64}"));

    private final Area area;
    private final String template;
    private final Kind kind;
    private final Access access;
    private final String target;

    Route(Area area, String template, Kind kind, Access access, String target) {
        this.area = area;
        this.template = template;
        this.kind = kind;
        this.access = access;
        this.target = target;
    }

    public Area area() {
        return area;
    }

    public String template() {
        return template;
    }

    public Kind kind() {
        return kind;
    }

    public Access access() {
        return access;
    }

    public Set<String> methods() {
        return kind.methods;
    }

    /** Whether a failure is answered with a problem document instead of a page. */
    public boolean answersProblems() {
        return kind == Kind.API || kind == Kind.DRAFT || kind == Kind.UPLOAD || kind == Kind.REMOVAL;
    }

    /** Whether the tenant has it at all; where it has not, the address leads nowhere. */
    boolean offered(Admission admission) {
        return this != REGISTER && this != REGISTRATION || admission.open();
    }

    /** Where the request is forwarded to; never made from more than checked segments of the address. */
    String target(List<String> segments) {
        return target.isEmpty() ? "/" + String.join("/", segments) : target;
    }

    /** The route of an area that the segments match; words win over variables. */
    static Optional<Match> find(Area area, List<String> segments) {
        return Stream.of(values())
                .filter(route -> route.area == area && route.kind != Kind.EXTENSION)
                .flatMap(route -> route.match(segments).stream())
                .min((one, other) -> Integer.compare(
                        one.variables().size(), other.variables().size()));
    }

    private Optional<Match> match(List<String> segments) {
        var parts = template.isEmpty() ? List.<String>of() : List.of(template.split("/", -1));
        var open = !parts.isEmpty() && parts.get(parts.size() - 1).equals(REST);
        var fixed = open ? parts.subList(0, parts.size() - 1) : parts;
        if (open ? segments.size() <= fixed.size() : segments.size() != fixed.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < fixed.size(); i++) {
            if (!matches(fixed.get(i), segments.get(i), variables)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(this, Map.copyOf(variables)));
    }

    private static boolean matches(String part, String segment, Map<String, String> variables) {
        var pattern = VARIABLES.get(part);
        if (pattern == null) {
            return part.equals(segment);
        }
        variables.put(part.substring(1, part.length() - 1), segment);
        return pattern.matcher(segment).matches();
    }
}
