package dev.portico.portal.ticket.boundary;

import dev.portico.portal.issue.boundary.IssueReference;
import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.issue.boundary.KnownIssues;
import dev.portico.portal.ticket.entity.EntryKind;
import dev.portico.portal.ticket.entity.TicketEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;

/** The known issues that a ticket is linked to, as they stand now; asked outside of any transaction, since plugins answer. */
@ApplicationScoped
public class LinkedIssues {
    @Inject
    KnownIssues known;

    List<IssueView> of(List<TicketEntry> entries) {
        var issues = new LinkedHashMap<String, IssueView>();
        for (var entry : entries) {
            if (entry.kind() == EntryKind.ISSUE) {
                entry.oldValue()
                        .ifPresent(reference -> issues.computeIfAbsent(reference, absent -> find(reference, entry)));
            }
        }
        return List.copyOf(issues.values());
    }

    private IssueView find(String reference, TicketEntry entry) {
        return IssueReference.parse(reference)
                .flatMap(known::find)
                .orElseGet(
                        () -> IssueView.remembered(reference, entry.newValue().orElse(reference), entry.createdAt()));
    }
}
