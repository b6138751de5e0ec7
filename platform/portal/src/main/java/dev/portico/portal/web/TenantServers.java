package dev.portico.portal.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Says in the API's description that every path stands under a tenant. */
public class TenantServers implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI description) {
        var tenant = OASFactory.createServerVariable()
                .defaultValue("tenant")
                .description("Id of the support programme, as in the addresses of its pages");
        description.setServers(
                List.of(OASFactory.createServer().url("/{tenant}").addVariable("tenant", tenant)));
    }
}
