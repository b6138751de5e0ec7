package dev.portico.portal.administration.boundary;

import dev.portico.portal.administration.boundary.TenantPlugins.Wish;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.web.StaffApi;
import dev.portico.portal.web.StrictJson;
import dev.portico.portal.web.TenantServers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants' use of plugins over REST, for their administrators: the rules, the isolation and the audit of the pages. */
@Path("plugins")
@StaffApi
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = TenantServers.STAFF_TAG)
public class TenantPluginResource {
    private static final Pattern VERSION_TAG = Pattern.compile("\"(?<version>[0-9]{1,18})\"");
    private static final Set<String> MEMBERS = Set.of("enabled", "settings");

    @Inject
    TenantPlugins tenantPlugins;

    @Inject
    ServedTenants served;

    @Inject
    TenantContext tenants;

    @Inject
    PluginJson json;

    @GET
    @Path("{id}/tenants/{tenant}")
    @Operation(operationId = "getTenantPlugin", summary = "A plugin as one tenant uses it; of secrets only their state")
    public Response show(@PathParam("id") String id, @PathParam("tenant") String tenantId) {
        return answer(id, served(tenantId));
    }

    @PUT
    @Path("{id}/tenants/{tenant}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeTenantPlugin",
            summary = "Enable or disable a plugin for a tenant, and replace its settings. A member that is absent stays"
                    + " as it is; in the settings, so does a secret that is absent, and null removes it. With If-Match,"
                    + " only where the settings are still of that version")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response change(
            @PathParam("id") String id,
            @PathParam("tenant") String tenantId,
            InputStream body,
            @HeaderParam("If-Match") @Nullable String expected) {
        var tenant = served(tenantId);
        var wish = wish(StrictJson.object(body), expected);
        tenants.within(tenant, () -> {
            tenantPlugins.change(id, wish);
            return tenant;
        });
        return answer(id, tenant);
    }

    private static Wish wish(JsonObject body, @Nullable String expected) {
        var problems = new ArrayList<FieldProblem>();
        body.forEach((member, value) -> {
            var fine = member.equals("enabled")
                    ? value == JsonValue.TRUE || value == JsonValue.FALSE
                    : value instanceof JsonObject && MEMBERS.contains(member);
            if (!fine) {
                problems.add(new FieldProblem(member, "plugin.problem.unreadable"));
            }
        });
        var version = version(expected, problems);
        if (!problems.isEmpty()) {
            throw PortalException.invalid(problems);
        }
        return new Wish(
                Optional.ofNullable(body.get("enabled")).map(JsonValue.TRUE::equals),
                Optional.ofNullable(body.getJsonObject("settings")),
                version);
    }

    private static Optional<Long> version(@Nullable String expected, ArrayList<FieldProblem> problems) {
        if (expected == null || expected.equals("*")) {
            return Optional.empty();
        }
        var tag = VERSION_TAG.matcher(expected);
        if (!tag.matches()) {
            problems.add(new FieldProblem("If-Match", "plugin.problem.unreadable"));
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(tag.group("version")));
    }

    private Response answer(String id, Tenant tenant) {
        var use = tenants.within(tenant, () -> tenantPlugins.use(id));
        return Response.ok(json.use(use))
                .tag(new EntityTag(Long.toString(use.version())))
                .build();
    }

    private Tenant served(String tenantId) {
        return served.find(tenantId).orElseThrow(PortalException::notFound);
    }
}
