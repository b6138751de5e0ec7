package dev.portico.portal.administration.boundary;

import dev.portico.plugin.host.Problem;
import dev.portico.portal.login.CurrentUser;
import dev.portico.portal.login.ServedTenants;
import dev.portico.portal.web.Access;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What of a plugin's problems the reader may know: what a tenant has met is for those who serve it, or the platform. */
@RequestScoped
public class VisibleProblems {
    @Inject
    CurrentUser user;

    @Inject
    ServedTenants served;

    List<Problem> of(List<Problem> problems) {
        return user.may(Access.PLATFORM_ADMIN)
                ? problems
                : problems.stream().filter(this::visible).toList();
    }

    private boolean visible(Problem problem) {
        return Optional.ofNullable(problem.arguments().get("tenant"))
                .map(tenant -> served.find(tenant.toString()).isPresent())
                .orElse(true);
    }
}
