package dev.portico.portal.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface; each tenant's is found under the tenant's own prefix. */
@ApplicationPath("api/v1")
public class Api extends Application {}
