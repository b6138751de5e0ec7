package dev.portico.portal.ticket.control;

import dev.portico.portal.issue.boundary.IssueView;
import dev.portico.portal.ticket.entity.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a requester submits.
 *
 * @param values by field id of the ticket type
 * @param draftForm the form whose draft this was
 * @param files ids of the files uploaded to that form that belong to this ticket
 * @param submissionKey the same key makes one ticket, however often it is submitted
 * @param follows number of the closed ticket that this one follows up
 * @param issues what the requester is affected by
 */
public record NewTicket(
        String type,
        Map<String, String> values,
        Optional<String> draftForm,
        Set<String> files,
        Optional<String> submissionKey,
        Optional<Long> follows,
        List<IssueView> issues,
        Channel channel) {
    public NewTicket {
        values = Map.copyOf(values);
        files = Set.copyOf(files);
        issues = List.copyOf(issues);
    }
}
