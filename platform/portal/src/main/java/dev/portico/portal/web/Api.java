package dev.portico.portal.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST interface; each tenant's is found under the tenant's own prefix. */
@ApplicationPath("api/v1")
public class Api extends Application {
    /** Without the server's own description of the resources, in a format of the past: there is {@code /openapi}. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
