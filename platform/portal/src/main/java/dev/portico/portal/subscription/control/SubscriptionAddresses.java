package dev.portico.portal.subscription.control;

import dev.portico.portal.subscription.entity.Subscription;
import dev.portico.portal.tenant.control.PublicAddresses;
import dev.portico.portal.tenant.control.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;

/** Where the current tenant's subscriptions are asked for, confirmed, changed and ended; absolute. */
@ApplicationScoped
public class SubscriptionAddresses {
    @Inject
    PublicAddresses addresses;

    @Inject
    TenantContext tenants;

    /** The path below the tenant's first page. */
    public static String path(String pluginId) {
        return "/subscriptions/" + pluginId;
    }

    public static String confirm(String pluginId, String token) {
        return path(pluginId) + "/confirm/" + token;
    }

    public static String manage(Subscription subscription) {
        return path(subscription.pluginId()) + "/manage/" + subscription.token();
    }

    public static String unsubscribe(String pluginId, String token) {
        return path(pluginId) + "/unsubscribe/" + token;
    }

    /** @param language of the texts */
    public static String feed(String pluginId, Locale language) {
        return path(pluginId) + "/atom.xml?language=" + language.toLanguageTag();
    }

    /** @param path below the tenant's first page */
    public URI absolute(String path) {
        return addresses.ofTenant(tenants.require(), path);
    }
}
