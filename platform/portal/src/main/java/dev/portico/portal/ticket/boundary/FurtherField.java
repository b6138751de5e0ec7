package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.language.Reader;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.ticket.control.Attributes;
import java.util.List;
import java.util.Map;

/**
 * What a ticket holds in one of its desk's own fields, in the reader's words.
 *
 * @param value as it was entered
 * @param text what a reader sees of it: the label of a choice
 */
public record FurtherField(String id, String label, String value, String text) {
    /** Those that were filled in, in the form's order. */
    static List<FurtherField> of(TicketDetails details, Reader reader) {
        var attributes = Attributes.read(details.ticket().attributes());
        return of(details.desk(), attributes, details.options(), reader);
    }

    static List<FurtherField> of(
            TenantDesk desk, Map<String, String> attributes, OrganizationOptions organization, Reader reader) {
        return desk.type().fields().stream()
                .filter(field -> field.kind().further() && attributes.containsKey(field.id()))
                .map(field -> of(desk, field, attributes.getOrDefault(field.id(), ""), organization, reader))
                .toList();
    }

    private static FurtherField of(
            TenantDesk desk, Field field, String value, OrganizationOptions organization, Reader reader) {
        var text = field.kind() == Field.Kind.CHOICE
                ? field.organizationList()
                        .map(list -> organization.label(list, value))
                        .orElseGet(() -> desk.optionLabel(reader, field, value))
                : value;
        return new FurtherField(field.id(), desk.text(reader, field.label()), value, text);
    }
}
