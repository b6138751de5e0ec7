package dev.portico.launcher.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;

/** What the portal reads from a token beyond Keycloak's own scopes. */
final class Claims {
    private Claims() {}

    static JsonArray mappers() {
        return Json.createArrayBuilder()
                .add(attribute("organization", false))
                .add(attribute("organizationName", false))
                .add(attribute("tenants", true))
                .add(mapper(
                        "groups",
                        "oidc-usermodel-realm-role-mapper",
                        claim("groups").add("multivalued", "true")))
                .add(mapper(
                        "audience portico",
                        "oidc-audience-mapper",
                        Json.createObjectBuilder()
                                .add("included.client.audience", "portico")
                                .add("access.token.claim", "true")))
                .build();
    }

    private static JsonObjectBuilder attribute(String name, boolean multivalued) {
        var config = claim(name).add("user.attribute", name).add("multivalued", Boolean.toString(multivalued));
        return mapper(name, "oidc-usermodel-attribute-mapper", config);
    }

    private static JsonObjectBuilder claim(String name) {
        return Json.createObjectBuilder()
                .add("claim.name", name)
                .add("jsonType.label", "String")
                .add("id.token.claim", "true")
                .add("access.token.claim", "true")
                .add("userinfo.token.claim", "true")
                .add("introspection.token.claim", "true");
    }

    private static JsonObjectBuilder mapper(String name, String type, JsonObjectBuilder config) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("protocol", "openid-connect")
                .add("protocolMapper", type)
                .add("config", config);
    }
}
