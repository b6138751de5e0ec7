package dev.portico.plugin.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A kind of ticket with its form, scale, workflow and the desk's own words.
 *
 * @param id unique over all plugins of a tenant; what the API calls {@code type}
 * @param words prefix of the message keys of {@link Word}
 * @param scale id of one of the plugin's scales
 * @param workflow id of one of the plugin's workflows
 * @param sla at most one for each metric
 * @param submitWithFiles message key of a second button of the form, which leads to where files are attached to the new
 *     ticket; the form itself then asks for none
 * @param warning message key of the warning shown above the form and on the landing page
 * @param listColumns of a list of such tickets, in order; none: {@link ListColumn#STANDARD}
 */
public record TicketType(
        String id,
        String words,
        String scale,
        String workflow,
        Optional<String> warning,
        List<Field> fields,
        List<Notification> notifications,
        List<Sla> sla,
        Optional<String> submitWithFiles,
        List<ListColumn> listColumns) {
    public TicketType {
        fields = List.copyOf(fields);
        notifications = List.copyOf(notifications);
        sla = List.copyOf(sla);
        listColumns = listColumns.isEmpty() ? ListColumn.STANDARD : List.copyOf(listColumns);
    }

    public TicketType(
            String id,
            String words,
            String scale,
            String workflow,
            Optional<String> warning,
            List<Field> fields,
            List<Notification> notifications) {
        this(
                id,
                words,
                scale,
                workflow,
                warning,
                fields,
                notifications,
                List.of(),
                Optional.empty(),
                ListColumn.STANDARD);
    }

    /** The message key of what this desk calls something. */
    public String word(Word word) {
        return words + "." + word.suffix();
    }

    public Optional<Field> field(Field.Kind kind) {
        return fields.stream().filter(field -> field.kind() == kind).findFirst();
    }
}
