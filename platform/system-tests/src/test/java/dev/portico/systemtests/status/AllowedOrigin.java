package dev.portico.systemtests.status;

import dev.portico.systemtests.PortalStack;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;

/** What an administrator of the platform allows the portal to talk to, until it is closed. */
public final class AllowedOrigin implements AutoCloseable {
    private final PortalStack stack;
    private final String id;

    public AllowedOrigin(PortalStack stack, String origin) {
        this.stack = stack;
        this.id = FollowingTenant.staff(stack)
                .with("Content-Type", "application/json")
                .send(
                        "POST",
                        "/origins",
                        BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("origin", origin)
                                .build()
                                .toString()))
                .require(201)
                .object()
                .getString("id");
    }

    @Override
    public void close() {
        FollowingTenant.staff(stack).send("DELETE", "/origins/" + id, BodyPublishers.noBody());
    }
}
