package dev.portico.portal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Keeps the staff's resources out of the tenants' addresses and the reverse: who may call differs. */
@Provider
@ApplicationScoped
public class ApiAreas implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    @Inject
    CurrentRoute route;

    @Override
    public void filter(ContainerRequestContext request) {
        var staffs = resource.getResourceClass().isAnnotationPresent(StaffApi.class);
        if (staffs != route.staff()) {
            throw new NotFoundException();
        }
    }
}
