package dev.portico.portal.web;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Says in the API's description that a path stands under a tenant, or under the staff's area where it is the staff's. */
public class TenantServers implements OASFilter {
    /** The tag of operations in the staff's area. */
    public static final String STAFF_TAG = "staff";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var tenant = OASFactory.createServerVariable()
                .defaultValue("tenant")
                .description("Id of the support programme, as in the addresses of its pages");
        description.setServers(
                List.of(OASFactory.createServer().url("/{tenant}").addVariable("tenant", tenant)));
        description.getPaths().getPathItems().values().stream()
                .filter(TenantServers::isStaffs)
                .forEach(path ->
                        path.setServers(List.of(OASFactory.createServer().url("/staff"))));
    }

    private static boolean isStaffs(PathItem path) {
        return path.getOperations().values().stream()
                .anyMatch(operation ->
                        operation.getTags() != null && operation.getTags().contains(STAFF_TAG));
    }
}
