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

    public String archivedTickets() {
        return here("/tickets?status=archived");
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
