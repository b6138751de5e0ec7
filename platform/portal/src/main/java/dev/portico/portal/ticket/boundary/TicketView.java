package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Field;
import dev.portico.portal.attachment.entity.Attachment;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mail.control.UndeliverableStore.Mark;
import dev.portico.portal.ticket.entity.Assignee;
import dev.portico.portal.ticket.entity.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One ticket in the words of its desk and its reader.
 *
 * @param issues what it is about, as that stands now
 * @param thread in order
 * @param promises what the desk promises for it
 */
public record TicketView(
        TicketDetails details,
        List<IssueView> issues,
        Reader reader,
        Texts texts,
        List<ThreadItem> thread,
        List<PromiseView> promises) {
    static TicketView of(TicketDetails details, List<IssueView> issues, Reader reader, Texts texts) {
        return new TicketView(
                details,
                issues,
                reader,
                texts,
                details.entries().stream()
                        .map(entry -> ThreadItem.of(entry, details, reader, texts))
                        .toList(),
                details.sla().stream()
                        .map(reading -> PromiseView.of(reading, details.desk(), reader, texts, Instant.now()))
                        .toList());
    }

    public Ticket ticket() {
        return details.ticket();
    }

    public String number() {
        return Long.toString(ticket().number());
    }

    public Badge status() {
        return Badge.status(details.desk(), reader, ticket().status());
    }

    public Badge severity() {
        return Badge.severity(details.desk(), reader, ticket().severity());
    }

    public String severityLabel() {
        return details.desk().text(reader, details.desk().scale().label());
    }

    public String product() {
        return ticket().product()
                .map(product -> details.desk().productLabel(reader, product))
                .orElse("");
    }

    public boolean hasProduct() {
        return details.desk().type().field(Field.Kind.PRODUCT).isPresent();
    }

    public List<FurtherField> further() {
        return FurtherField.of(details, reader);
    }

    /** Where it was before, and as which number; empty where it was filed here. */
    public String formerly() {
        return details.formerly()
                .flatMap(tenant -> ticket().origin()
                        .map(origin -> texts.text(
                                reader,
                                "ticket.formerly.place",
                                Map.of("tenant", tenant.name(reader.ui()), "number", Long.toString(origin.number())))))
                .orElse("");
    }

    /** Since when mails do not reach the requester; empty where they do, and for customers. */
    public Optional<Mark> undeliverable() {
        return details.undeliverable();
    }

    /** Empty where nobody has it. */
    public String assignee() {
        return ticket().assignee().map(Assignee::name).orElse("");
    }

    public List<Attachment> attachments() {
        return details.attachments();
    }
}
