package dev.portico.portal.publisher.boundary;

import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.publisher.control.CertificateText;
import dev.portico.portal.publisher.entity.PinnedKey;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Publishers' keys over REST, for administrators of the platform: the rules and the audit of the page. */
@Path("publishers")
@StaffApi(Access.PLATFORM_ADMIN)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = TenantServers.STAFF_TAG)
public class PublisherResource {
    @Inject
    PublisherKeys keys;

    @Inject
    PublicAddresses addresses;

    @GET
    @Operation(operationId = "listPublishers", summary = "Every key that plugins may be signed with")
    public JsonArray list() {
        var list = Json.createArrayBuilder();
        keys.all().forEach(key -> list.add(json(key)));
        return list.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "pinPublisher",
            summary =
                    "Trust a key: a name as publisher, and as certificate the text of its certificate (PEM). As a form"
                            + " with files, the certificate is the part named file")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response pin(InputStream body) {
        var object = StrictJson.object(body);
        return pinned(text(object, "publisher"), text(object, "certificate"));
    }

    private static String text(JsonObject object, String member) {
        if (object.containsKey(member) && !(object.get(member) instanceof JsonString)) {
            throw PortalException.invalid(new FieldProblem(member, "plugin.problem.unreadable"));
        }
        return object.getString(member, "");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response upload(List<EntityPart> parts) {
        return pinned(
                new String(part(parts, "publisher"), StandardCharsets.UTF_8), CertificateText.of(part(parts, "file")));
    }

    private static byte[] part(List<EntityPart> parts, String name) {
        try {
            var part =
                    parts.stream().filter(found -> found.getName().equals(name)).findFirst();
            return part.isPresent() ? part.get().getContent().readNBytes(CertificateText.MOST_BYTES + 1) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response pinned(String publisher, String certificate) {
        var key = keys.pin(publisher, certificate);
        return Response.created(addresses.portal("/staff/api/v1/publishers/" + key.sha256()))
                .entity(json(key))
                .build();
    }

    @DELETE
    @Path("{digest}")
    @Operation(
            operationId = "removePublisher",
            summary = "Trust a key no more; nothing that it signed is installed then")
    public void remove(@PathParam("digest") String digest) {
        keys.remove(digest);
    }

    private static JsonObject json(PinnedKey key) {
        return Json.createObjectBuilder()
                .add("digest", key.sha256())
                .add("publisher", key.publisher())
                .add("subject", key.key().subject())
                .add("validUntil", key.key().validUntil().toString())
                .add("pinnedAt", key.pinnedAt().toString())
                .add("pinnedBy", key.pinnedBy().name())
                .build();
    }
}
