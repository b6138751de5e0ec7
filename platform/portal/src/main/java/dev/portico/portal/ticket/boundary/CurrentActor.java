package dev.portico.portal.ticket.boundary;

import dev.portico.keycloak.Identity;
import dev.portico.plugin.manifest.Role;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.tenant.entity.Tenant;
import dev.portico.portal.ticket.control.Actor;
import dev.portico.portal.ticket.entity.Assignee;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The logged-in person of the request, as one who acts on tickets. */
@RequestScoped
public class CurrentActor {
    @Inject
    CurrentUser user;

    public Actor get() {
        var identity = identity();
        var role = identity.realm().equals(Tenant.STAFF) ? Role.AGENT : Role.CUSTOMER;
        return new Actor(
                role,
                identity.subject(),
                identity.name(),
                identity.email(),
                user.preferences().language());
    }

    public Optional<String> organization() {
        return identity().organization();
    }

    public Assignee asAssignee() {
        var actor = get();
        return new Assignee(actor.subject(), actor.name(), actor.email(), actor.language());
    }

    private Identity identity() {
        return user.identity().orElseThrow(PortalException::forbidden);
    }
}
