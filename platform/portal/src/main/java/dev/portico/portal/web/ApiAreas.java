package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps the staff's resources out of the tenants' addresses and the reverse, and those out who may not call: before the body
 * is read, which is nobody's business then.
 */
@Provider
@ApplicationScoped
public class ApiAreas implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Inject
    CurrentRoute route;

    @Inject
    Visitor visitor;

    @Override
    public void filter(ContainerRequestContext request) {
        var staffs = resource.getResourceClass().getAnnotation(StaffApi.class);
        if ((staffs != null) != route.staff()) {
            throw new NotFoundException();
        }
        if (staffs != null) {
            var own = resource.getResourceMethod().getAnnotation(StaffApi.class);
            visitor.require((own == null ? staffs : own).value());
        }
    }
}
