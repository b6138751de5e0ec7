package dev.portico.portal.login;

import dev.portico.keycloak.BackchannelLogout;
import dev.portico.keycloak.BearerTokens;
import dev.portico.keycloak.ClientSecret;
import dev.portico.keycloak.KeycloakSettings;
import dev.portico.keycloak.LoginFlow;
import dev.portico.keycloak.RealmAccounts;
import dev.portico.keycloak.RealmDirectory;
import dev.portico.keycloak.SessionIndex;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Keycloak adapter's parts, one of each. They are final classes, which the container cannot proxy: singletons. */
@Dependent
public class Adapter {
    private static final String CLIENT = "portico";
    private static final String SERVICE_CLIENT = "portico-accounts";

    @Produces
    @Singleton
    RealmDirectory realms(
            @ConfigProperty(name = "portico.keycloak.url", defaultValue = "http://localhost:8180") URI url,
            @ConfigProperty(name = "portico.keycloak.client-secret") String secret) {
        return new RealmDirectory(KeycloakSettings.of(url, CLIENT, secret));
    }

    @Produces
    @Singleton
    RealmAccounts realmAccounts(
            RealmDirectory realms, @ConfigProperty(name = "portico.keycloak.accounts-secret") String secret) {
        return new RealmAccounts(realms, SERVICE_CLIENT, new ClientSecret(secret));
    }

    @Produces
    @Singleton
    LoginFlow loginFlow(RealmDirectory realms) {
        return new LoginFlow(realms);
    }

    @Produces
    @Singleton
    BearerTokens bearerTokens(RealmDirectory realms) {
        return new BearerTokens(realms);
    }

    @Produces
    @Singleton
    BackchannelLogout backchannelLogout(RealmDirectory realms) {
        return new BackchannelLogout(realms);
    }

    @Produces
    @Singleton
    SessionIndex sessionIndex() {
        return new SessionIndex();
    }
}
