package dev.portico.portal.subscription.entity;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What somebody asks for.
 *
 * @param email who is to be told, or who answers for the webhook
 * @param url of the webhook; empty for mail
 */
public record Wish(
        String pluginId,
        SubscriptionKind kind,
        String email,
        String url,
        Locale language,
        ZoneId zone,
        TopicChoice topics) {}
