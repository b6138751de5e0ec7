package dev.portico.portal.administration.boundary;

import dev.portico.plugin.manifest.Capability;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.release.boundary.Deployments;
import dev.portico.portal.release.boundary.Plans;
import dev.portico.portal.release.boundary.PluginData;
import dev.portico.portal.release.boundary.PluginOverview;
import dev.portico.portal.release.boundary.Uploads;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.StaffApi;
import dev.portico.portal.web.TenantServers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Plugins installed, rolled back and removed over REST, for platform administrators. A decision is answered when it is
 * kept; the nodes follow, and {@code GET} tells how far they are.
 */
@Path("plugins")
@StaffApi
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = TenantServers.STAFF_TAG)
public class PluginReleaseResource {
    @Inject
    Uploads uploads;

    @Inject
    Plans plans;

    @Inject
    Deployments deployments;

    @Inject
    PluginData data;

    @Inject
    PluginOverview overview;

    @Inject
    PluginJson json;

    @GET
    @Operation(
            operationId = "listPlugins",
            summary =
                    "Every plugin there is, what the nodes make of it, and which of the tenants that the caller serves"
                            + " have it enabled")
    public JsonArray list() {
        return json.list(overview.get().plugins());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getPlugin", summary = "What was decided about a plugin, and how far the nodes are")
    public JsonObject show(@PathParam("id") String id) {
        return overview.get().find(id).map(json::plugin).orElseThrow(PortalException::notFound);
    }

    @StaffApi(Access.PLATFORM_ADMIN)
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "installPlugin",
            summary = "Install or upgrade a plugin from its jar, the part named file. A part named consent names the"
                    + " capabilities agreed to, with commas between. With dryRun=true nothing is installed, and the"
                    + " answer is what would change")
    public Response install(List<EntityPart> parts, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var file = part(parts, "file")
                .orElseThrow(() -> PortalException.invalid(new FieldProblem("file", "ticket.problem.required")));
        var agreed = part(parts, "consent").map(PluginReleaseResource::agreed).orElse(Set.of());
        var digest = uploads.take(file.getContent());
        if (dryRun) {
            return Response.ok(json.plan(plans.of(digest))).build();
        }
        var plan = deployments.install(digest, agreed);
        return Response.accepted(json.plan(plan)).build();
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst();
    }

    private static Set<Capability> agreed(EntityPart part) {
        try {
            var names = part.getContent(String.class);
            var agreed = EnumSet.noneOf(Capability.class);
            Stream.of(names.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> agreed.add(capability(name)));
            return agreed;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("The consent broke off", brokenOff);
        }
    }

    private static Capability capability(String name) {
        return Stream.of(Capability.values())
                .filter(capability ->
                        capability.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> PortalException.invalid(new FieldProblem("consent", "plugin.problem.unreadable")));
    }

    @StaffApi(Access.PLATFORM_ADMIN)
    @GET
    @Path("{id}/data")
    @Produces("application/zip")
    @Operation(
            operationId = "exportPluginData",
            summary = "A ZIP of the plugin's own tables, with the rows of all tenants")
    public Response export(@PathParam("id") String id) {
        data.recordExport(id);
        StreamingOutput zip = out -> data.export(id, out);
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"" + id + ".zip\"")
                .build();
    }

    @StaffApi(Access.PLATFORM_ADMIN)
    @POST
    @Path("{id}/rollback")
    @Operation(operationId = "rollBackPlugin", summary = "Let the release before take its place again")
    public Response rollBack(@PathParam("id") String id) {
        deployments.rollBack(id);
        return Response.accepted(show(id)).build();
    }

    @StaffApi(Access.PLATFORM_ADMIN)
    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removePlugin",
            summary =
                    "Remove a plugin that no tenant uses. With data=purge its tables and settings go as well, some days"
                            + " later; until then it can be installed again with all it had")
    public Response remove(@PathParam("id") String id, @QueryParam("data") @DefaultValue("keep") String fate) {
        if (!fate.equals("keep") && !fate.equals("purge")) {
            throw PortalException.invalid(new FieldProblem("data", "plugin.problem.unreadable"));
        }
        deployments.remove(id, fate.equals("purge"));
        return Response.accepted(show(id)).build();
    }
}
