package dev.portico.portal.ticket.boundary;

import dev.portico.portal.attachment.boundary.Attachments;
import dev.portico.portal.attachment.control.Upload;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.ticket.control.NewTicket;
import dev.portico.portal.ticket.control.TicketQuery;
import dev.portico.portal.ticket.control.TicketQuery.Filter;
import dev.portico.portal.ticket.control.TicketQuery.Sort;
import dev.portico.portal.ticket.control.Words;
import dev.portico.portal.ticket.entity.Channel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tickets over REST: the rules and the isolation of the pages. */
@Path("tickets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tickets")
public class TicketResource {
    @Inject
    Tickets tickets;

    @Inject
    CurrentActor actors;

    @Inject
    TicketJson json;

    @Inject
    Attachments attachments;

    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    @GET
    @Operation(
            operationId = "listTickets",
            summary =
                    "Own tickets, a page at a time; those in the archive only with the status archived. With the scope"
                            + " organization, those of the caller's organization; with a colleague's id, those that the colleague delegated;"
                            + " with taking-part, others' in which the caller takes part")
    public JsonObject list(
            @QueryParam("status") @DefaultValue("all") String status,
            @QueryParam("q") @DefaultValue("") String keyword,
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("size") @DefaultValue("25") String size,
            @QueryParam("sort") @DefaultValue("updated") String sort,
            @QueryParam("scope") @DefaultValue("mine") String scope) {
        var parameters = new ListParameters();
        var filter = parameters.choice("status", status, Filter.ALL, List.of(Filter.values()));
        var order = parameters.choice("sort", sort, Sort.UPDATED, Sort.OF_REQUESTER);
        var first = parameters.number("page", page, 0, 1_000_000);
        var most = parameters.number("size", size, 1, 100);
        var whose = parameters.scope(scope, tickets.scopes(actors.get()));
        parameters.require();
        var query = new TicketQuery(
                whose.requester(),
                whose.participant(),
                whose.organization(),
                Optional.empty(),
                filter,
                keyword,
                order,
                first,
                most);
        return json.page(tickets.list(query));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTicket", summary = "File a ticket: type, and the fields of that type")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response create(InputStream body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var values = JsonBody.texts(body);
        var type = Optional.ofNullable(values.remove("type")).orElse("");
        var submission = new NewTicket(
                type, values, Optional.empty(), Set.of(), key(key), Optional.empty(), List.of(), Channel.API);
        var ticket = tickets.submit(actors.get(), submission);
        return Response.created(addresses.api(tenants.require(), "tickets/" + ticket.number()))
                .entity(json.details(tickets.open(actors.get(), ticket.number())))
                .build();
    }

    @GET
    @Path("{number}")
    @Operation(operationId = "getTicket", summary = "One ticket with its conversation, attachments and activity")
    public JsonObject show(@PathParam("number") String number) {
        return json.details(tickets.open(actors.get(), id(number)));
    }

    @POST
    @Path("{number}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addComment", summary = "Add a comment")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response comment(
            @PathParam("number") String number,
            InputStream body,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var ticket = id(number);
        var text = JsonBody.texts(body).getOrDefault("text", "");
        tickets.say(actors.get(), ticket, new Words(text, key(key), Optional.empty()));
        return Response.status(Response.Status.CREATED)
                .entity(json.details(tickets.open(actors.get(), ticket)))
                .build();
    }

    @POST
    @Path("{number}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "addAttachment", summary = "Add a file, as the part named file")
    public Response attach(@PathParam("number") String number, List<EntityPart> parts) {
        var ticket = id(number);
        var file = parts.stream()
                .filter(part -> part.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> PortalException.invalid(new FieldProblem("file", "ticket.problem.required")));
        var upload = new Upload(
                file.getContent(),
                file.getFileName().map(TicketResource::fileName).orElse("file"),
                -1);
        var attachment = tickets.attach(actors.get(), ticket, upload);
        return Response.created(
                        addresses.api(tenants.require(), "tickets/" + ticket + "/attachments/" + attachment.id()))
                .entity(json.attachment(attachment))
                .build();
    }

    @GET
    @Path("{number}/attachments/{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getAttachment", summary = "A file's content")
    public Response download(@PathParam("number") String number, @PathParam("id") String id) {
        var attachment = tickets.attachment(actors.get(), id(number), id);
        return AttachmentDownload.response(attachment, () -> attachments.content(attachment));
    }

    @POST
    @Path("{number}/close")
    @Operation(operationId = "closeTicket", summary = "Close the ticket")
    public JsonObject close(@PathParam("number") String number) {
        tickets.close(actors.get(), id(number));
        return json.details(tickets.open(actors.get(), id(number)));
    }

    @POST
    @Path("{number}/escalation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "escalateTicket",
            summary = "Escalate the ticket, with the reason; for people of enterprise organizations, once")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonObject escalate(@PathParam("number") String number, InputStream body) {
        var ticket = id(number);
        tickets.escalate(actors.get(), ticket, JsonBody.texts(body).getOrDefault("reason", ""));
        return json.details(tickets.open(actors.get(), ticket));
    }

    @POST
    @Path("{number}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "updateStatus",
            summary = "Move the ticket to another status; a conflict names those that are allowed")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public JsonObject update(@PathParam("number") String number, InputStream body) {
        var ticket = id(number);
        var status = JsonBody.texts(body).getOrDefault("status", "");
        tickets.moveTo(actors.get(), ticket, Optional.empty(), status);
        return json.details(tickets.open(actors.get(), ticket));
    }

    /** Browsers and tools send names in UTF-8, which the server takes for ISO 8859-1, as all headers once were. */
    private static String fileName(String claimed) {
        try {
            var bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(claimed));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return claimed;
        }
    }

    private static Optional<String> key(@Nullable String key) {
        if (key != null && !SubmissionKey.valid(key)) {
            throw PortalException.invalid(new FieldProblem("Idempotency-Key", "ticket.problem.unreadable"));
        }
        return Optional.ofNullable(key);
    }

    /** What is no number is the number of no ticket. */
    private static long id(String number) {
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw PortalException.notFound();
        }
        return Long.parseLong(number);
    }
}
