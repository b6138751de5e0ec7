package dev.portico.portal.web;

import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the portal, as pages link them. Absolute ones are the tenants' public addresses. */
@ApplicationScoped
@Named("links")
public class Links {
    private static final String STAFF = "/" + Tenant.STAFF;

    private final CurrentRoute route;
    private final PublicAddresses addresses;
    private final TenantContext tenants;

    /** For the container's proxy. */
    protected Links() {
        this(new CurrentRoute(), new PublicAddresses(URI.create("")), new TenantContext());
    }

    @Inject
    public Links(CurrentRoute route, PublicAddresses addresses, TenantContext tenants) {
        this.route = route;
        this.addresses = addresses;
        this.tenants = tenants;
    }

    public String root() {
        return "/";
    }

    /** A programme's landing page. */
    public String landing(String tenantId) {
        return "/" + tenantId;
    }

    /** The current area's first page. */
    public String landing() {
        return route.prefix().isEmpty() ? "/" : route.prefix();
    }

    /** A tenant's logo, as it is found from the current page. */
    public String logo(String tenantId, String digest) {
        return route.hosted() ? here("/logo/" + digest) : "/" + tenantId + "/logo/" + digest;
    }

    public String tickets() {
        return here("/tickets");
    }

    public String dashboard() {
        return here("/dashboard");
    }

    public String openTickets() {
        return here("/tickets?status=open");
    }

    public String archivedTickets() {
        return here("/tickets?status=archived");
    }

    /** @param subject whose are delegated to the reader */
    public String ticketsOf(String subject) {
        return tickets() + "?scope=" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    public String contacts() {
        return here("/contacts");
    }

    public String delegations() {
        return here("/delegations");
    }

    public String ticketsCsv() {
        return here("/tickets.csv");
    }

    public String newTicket() {
        return here("/tickets/new");
    }

    public String ticket(long number) {
        return here("/tickets/" + number);
    }

    public String draft(String form) {
        return here("/drafts/" + form);
    }

    /** Where a form's files go up. */
    public String upload(String form) {
        return here("/uploads/" + form);
    }

    public String staffUpload(String tenantId, String form) {
        return STAFF + "/" + tenantId + "/uploads/" + form;
    }

    public String settings() {
        return here("/settings");
    }

    public String terms() {
        return here("/terms");
    }

    /** @param returnTo path and query of the page to show once they are accepted */
    public String termsToAccept(String returnTo) {
        return terms() + "?return=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }

    /** A version of a tenant's terms, as customers read it. */
    public String terms(String tenantId, int version) {
        return "/" + tenantId + "/terms?version=" + version;
    }

    public String invitation(String token) {
        return here("/invitations/" + token);
    }

    public String register() {
        return here("/register");
    }

    /** @param returnTo path and query of the page to show at the end */
    public String register(String returnTo) {
        return register() + "?return=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }

    public String registration(String token) {
        return here("/registrations/" + token);
    }

    /** Where one sees how and where one is logged in. */
    public String security() {
        return settings() + "/security";
    }

    /** What one can do about what is kept about oneself. */
    public String ownData() {
        return settings() + "/data";
    }

    /** All of it, as a file. */
    public String ownDataZip() {
        return ownData() + ".zip";
    }

    public String staffDataRequests(String tenantId) {
        return STAFF + "/" + tenantId + "/data-requests";
    }

    public String staffDataRequest(String tenantId, String id) {
        return staffDataRequests(tenantId) + "/" + id;
    }

    public String language() {
        return here("/language");
    }

    /** @param returnTo path and query of the page to show afterwards */
    public String login(String returnTo) {
        return here("/login?return=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
    }

    /** To the login, and to the own tickets afterwards. */
    public String login() {
        return here("/login");
    }

    public String loginCallback() {
        return here("/login/callback");
    }

    /** The page after a login that was not asked for by another page. */
    public String start() {
        return route.staff() ? STAFF : tickets();
    }

    /** A path of the current request's area with scheme and host, for Keycloak to send the browser back to. */
    public URI absolute(String path) {
        return tenants.current()
                .filter(tenant -> route.hosted())
                .flatMap(Tenant::host)
                .map(host -> addresses.hosted(host, path))
                .orElseGet(() -> addresses.portal(path));
    }

    public String logout() {
        return here("/logout");
    }

    public String staff() {
        return STAFF;
    }

    public String staffQueue() {
        return STAFF + "/tickets";
    }

    public String staffMails() {
        return STAFF + "/mails";
    }

    public String staffPlugins() {
        return STAFF + "/plugins";
    }

    /** Where a plugin is upgraded, taken back and removed. */
    public String staffPluginReleases(String pluginId) {
        return staffPlugins() + "/" + pluginId;
    }

    public String staffPluginRelease(String pluginId, String digest) {
        return staffPluginReleases(pluginId) + "/releases/" + digest;
    }

    public String staffPluginData(String pluginId) {
        return staffPluginReleases(pluginId) + "/data";
    }

    public String staffPluginProgress(String pluginId) {
        return staffPluginReleases(pluginId) + "/progress";
    }

    public String staffPlugin(String tenantId, String pluginId) {
        return STAFF + "/" + tenantId + "/plugins/" + pluginId;
    }

    public String staffSubscriptions(String tenantId, String pluginId) {
        return STAFF + "/" + tenantId + "/subscriptions/" + pluginId;
    }

    public String staffTenants() {
        return STAFF + "/tenants";
    }

    public String staffBranding(String tenantId) {
        return STAFF + "/" + tenantId + "/branding";
    }

    public String staffTerms(String tenantId) {
        return STAFF + "/" + tenantId + "/terms";
    }

    public String staffReceivedMails(String tenantId) {
        return STAFF + "/" + tenantId + "/received-mails";
    }

    public String staffNewMailbox(String tenantId) {
        return staffMailbox(tenantId, "new");
    }

    public String staffMailbox(String tenantId, String id) {
        return STAFF + "/" + tenantId + "/mailboxes/" + id;
    }

    public String staffTexts(String tenantId) {
        return STAFF + "/" + tenantId + "/texts";
    }

    /** @param origin whose message it is */
    public String staffText(String tenantId, String origin, String key) {
        return staffTexts(tenantId) + "?origin=" + URLEncoder.encode(origin, StandardCharsets.UTF_8) + "&key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    public String staffPublishers() {
        return staffPlugins() + "/publishers";
    }

    public String staffOrigins() {
        return staffPlugins() + "/origins";
    }

    public String staffAudit() {
        return STAFF + "/audit";
    }

    public String staffAuditCsv() {
        return STAFF + "/audit.csv";
    }

    public String staffMigrations() {
        return STAFF + "/migrations";
    }

    public String staffNewMigration() {
        return staffMigrations() + "/new";
    }

    /** @param tenantId of the tenant that the tickets leave */
    public String staffMigration(String tenantId, String id) {
        return STAFF + "/" + tenantId + "/migrations/" + id;
    }

    public String staffMigrationProgress(String tenantId, String id) {
        return staffMigration(tenantId, id) + "/progress";
    }

    /** To the programme whose people the CSM saw last, or to choose one. */
    public String staffPeople() {
        return STAFF + "/people";
    }

    /** To choose the programme. */
    public String staffPeopleOfAnother() {
        return staffPeople() + "?choose=programme";
    }

    public String staffPeople(String tenantId) {
        return STAFF + "/" + tenantId + "/people";
    }

    public String staffPeople(String tenantId, String organizationId) {
        return staffPeople(tenantId) + "?organization=" + URLEncoder.encode(organizationId, StandardCharsets.UTF_8);
    }

    public String staffNewPerson(String tenantId) {
        return staffPeople(tenantId) + "/new";
    }

    /** With the organization chosen. */
    public String staffNewPerson(String tenantId, String organizationId) {
        return staffNewPerson(tenantId) + "?organization=" + URLEncoder.encode(organizationId, StandardCharsets.UTF_8);
    }

    public String staffPerson(String tenantId, String subject) {
        return staffPeople(tenantId) + "/" + subject;
    }

    /** Where files of people are taken. */
    public String staffPeopleImports(String tenantId) {
        return staffPeople(tenantId) + "/import";
    }

    public String staffPeopleImport(String tenantId, String id) {
        return staffPeople(tenantId) + "/imports/" + id;
    }

    public String staffOrganizations(String tenantId) {
        return STAFF + "/" + tenantId + "/organizations";
    }

    public String staffNewOrganization(String tenantId) {
        return staffOrganizations(tenantId) + "/new";
    }

    public String staffOrganization(String tenantId, String id) {
        return staffOrganizations(tenantId) + "/" + id;
    }

    public String staffTicket(String tenantId, long number) {
        return STAFF + "/" + tenantId + "/tickets/" + number;
    }

    public String staffMail(String tenantId, long number, Object id) {
        return staffTicket(tenantId, number) + "/mails/" + id;
    }

    public String staffDraft(String tenantId, String form) {
        return STAFF + "/" + tenantId + "/drafts/" + form;
    }

    private String here(String path) {
        return route.prefix() + path;
    }
}
