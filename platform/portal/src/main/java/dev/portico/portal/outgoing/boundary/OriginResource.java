package dev.portico.portal.outgoing.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.outgoing.entity.AllowedOrigin;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.web.Access;
import dev.portico.portal.web.StaffApi;
import dev.portico.portal.web.StrictJson;
import dev.portico.portal.web.TenantServers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allowed origins over REST, for administrators of the platform: the rules and the audit of the page. */
@Path("origins")
@StaffApi(Access.PLATFORM_ADMIN)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = TenantServers.STAFF_TAG)
public class OriginResource {
    @Inject
    AllowedOrigins origins;

    @Inject
    PublicAddresses addresses;

    @GET
    @Operation(
            operationId = "listOrigins",
            summary = "What the portal may talk to though it is not https or not public")
    public JsonArray list() {
        var list = Json.createArrayBuilder();
        origins.all().forEach(origin -> list.add(json(origin)));
        return list.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "allowOrigin",
            summary = "Allow an origin, given as origin, such as http://status.internal:8080, to be http and private;"
                    + " with webhooks true also for webhooks of subscribers, whoever they are")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response allow(InputStream body) {
        var object = StrictJson.object(body);
        if (!(object.get("origin") instanceof JsonString origin)) {
            throw PortalException.invalid(new FieldProblem("origin", "origin.problem.address"));
        }
        var allowed = origins.add(origin.getString(), webhooks(object));
        return Response.created(addresses.portal("/staff/api/v1/origins/" + allowed.id()))
                .entity(json(allowed))
                .build();
    }

    private static boolean webhooks(JsonObject object) {
        var webhooks = object.getOrDefault("webhooks", JsonValue.FALSE);
        return switch (webhooks.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw PortalException.invalid(new FieldProblem("webhooks", "origin.problem.webhooks"));
        };
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeOrigin", summary = "Allow an origin no more")
    public void remove(@PathParam("id") String id) {
        origins.remove(id);
    }

    private static JsonObject json(AllowedOrigin origin) {
        return Json.createObjectBuilder()
                .add("id", origin.id().toString())
                .add("origin", origin.origin())
                .add("webhooks", origin.webhooks())
                .add("addedAt", origin.addedAt().toString())
                .add("addedBy", origin.addedBy().name())
                .build();
    }
}
