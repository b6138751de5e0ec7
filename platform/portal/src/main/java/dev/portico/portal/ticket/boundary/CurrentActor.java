package dev.portico.portal.ticket.boundary;

import dev.portico.plugin.manifest.Role;
import dev.portico.portal.account.control.Membership;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.entity.Assignee;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The logged-in person of the request, as one who acts on tickets. */
@RequestScoped
public class CurrentActor {
    @Inject
    CurrentUser user;

    public Actor get() {
        var member = member();
        var role = user.has(Role.CUSTOMER) ? Role.CUSTOMER : Role.AGENT;
        return Actor.of(role, member);
    }

    public Assignee asAssignee() {
        var actor = get();
        return new Assignee(actor.subject(), actor.name(), actor.email(), actor.language());
    }

    private Membership member() {
        return user.membership().orElseThrow(PortalException::forbidden);
    }
}
