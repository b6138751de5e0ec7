package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Word;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.plugin.control.TenantDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be filed in the current tenant: types with fields, scale, products and statuses, in the caller's language. */
@Path("ticket-types")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ticket-types")
public class TicketTypeResource {
    @Inject
    TenantDesks desks;

    @Inject
    CurrentReader readers;

    @Inject
    Tickets tickets;

    @Inject
    CurrentActor actors;

    @GET
    @Operation(
            operationId = "listTicketTypes",
            summary = "Ticket types with their fields, scales, products and statuses")
    public JsonArray list() {
        var types = Json.createArrayBuilder();
        desks.all()
                .forEach(desk ->
                        types.add(type(desk, tickets.options(desk, actors.get().organization()), readers.get())));
        return types.build();
    }

    private static JsonObjectBuilder type(TenantDesk desk, OrganizationOptions own, Reader reader) {
        var type = Json.createObjectBuilder()
                .add("id", desk.type().id())
                .add("label", desk.word(reader, Word.NOUN))
                .add("fields", fields(desk, own, reader))
                .add("scale", scale(desk, reader))
                .add("statuses", statuses(desk, reader));
        desk.type().field(Field.Kind.PRODUCT).ifPresent(field -> type.add("products", options(desk, field, reader)));
        return type;
    }

    private static JsonArrayBuilder fields(TenantDesk desk, OrganizationOptions own, Reader reader) {
        var fields = Json.createArrayBuilder();
        for (var field : desk.type().fields()) {
            var json = Json.createObjectBuilder()
                    .add("id", field.id())
                    .add("kind", name(field.kind()))
                    .add("label", desk.text(reader, field.label()))
                    .add("required", field.required());
            if (field.maxLength() > 0) {
                json.add("maxLength", field.maxLength());
            }
            if (field.kind() == Field.Kind.SUGGESTION) {
                json.add("suggestions", suggestions(desk, field, reader));
            } else if (field.options().isPresent()) {
                json.add("options", options(desk, field, reader));
            }
            field.dependsOn().ifPresent(parent -> json.add("dependsOn", parent));
            field.organizationList().ifPresent(list -> json.add("options", options(own, list)));
            fields.add(json);
        }
        return fields;
    }

    private static JsonArrayBuilder suggestions(TenantDesk desk, Field field, Reader reader) {
        var suggestions = Json.createArrayBuilder();
        desk.options(field).forEach(option -> suggestions.add(option.label(reader.ui())));
        return suggestions;
    }

    private static JsonArrayBuilder options(TenantDesk desk, Field field, Reader reader) {
        var options = Json.createArrayBuilder();
        desk.options(field).forEach(option -> options.add(labelled(option.id(), option.label(reader.ui()))));
        return options;
    }

    private static JsonArrayBuilder options(OrganizationOptions own, String list) {
        var options = Json.createArrayBuilder();
        own.of(list).forEach(option -> {
            var json = labelled(option.id(), option.label());
            option.parent().ifPresent(parent -> json.add("parent", parent));
            options.add(json);
        });
        return options;
    }

    private static JsonObjectBuilder scale(TenantDesk desk, Reader reader) {
        var levels = Json.createArrayBuilder();
        desk.scale()
                .levels()
                .forEach(level -> levels.add(labelled(level.id(), desk.text(reader, level.label()))
                        .add("description", desk.text(reader, level.description()))));
        return Json.createObjectBuilder()
                .add("id", desk.scale().id())
                .add("label", desk.text(reader, desk.scale().label()))
                .add("levels", levels);
    }

    private static JsonArrayBuilder statuses(TenantDesk desk, Reader reader) {
        var statuses = Json.createArrayBuilder();
        desk.workflow()
                .statuses()
                .forEach(status -> statuses.add(labelled(status.id(), desk.text(reader, status.label()))
                        .add("category", name(status.category()))));
        return statuses;
    }

    private static JsonObjectBuilder labelled(String id, String label) {
        return Json.createObjectBuilder().add("id", id).add("label", label);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
