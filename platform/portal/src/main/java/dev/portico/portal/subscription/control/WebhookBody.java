package dev.portico.portal.subscription.control;

import dev.portico.portal.subscription.entity.WebhookDelivery;
import dev.portico.portal.tenant.entity.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** What a message to a webhook says: JSON with type, timestamp and data, as Standard Webhooks would have it. */
final class WebhookBody {
    private WebhookBody() {}

    static String of(Tenant tenant, StoredNews news) {
        var topics = Json.createArrayBuilder();
        new TreeSet<>(news.topics()).forEach(topics::add);
        var data = Json.createObjectBuilder()
                .add("id", news.id())
                .add("tenant", tenant.id())
                .add("channel", news.pluginId())
                .add("title", byLanguage(news, said -> said.title().text()))
                .add("text", byLanguage(news, said -> said.text().text()))
                .add("topics", topics)
                .add("tone", news.tone().name().toLowerCase(Locale.ROOT))
                .add("link", news.link());
        news.issue().ifPresent(issue -> data.add("issue", issue));
        return message(WebhookDelivery.NEWS, news.happenedAt(), data);
    }

    static String test(Tenant tenant, String pluginId, Instant now) {
        var data = Json.createObjectBuilder().add("tenant", tenant.id()).add("channel", pluginId);
        return message(WebhookDelivery.TEST, now, data);
    }

    private static String message(String type, Instant at, JsonObjectBuilder data) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("timestamp", at.toString())
                .add("data", data)
                .build()
                .toString();
    }

    private static JsonObjectBuilder byLanguage(StoredNews news, Function<NewsWords.Said, String> part) {
        var all = Json.createObjectBuilder();
        news.words().byLanguage().forEach((language, said) -> all.add(language.toLanguageTag(), part.apply(said)));
        return all;
    }
}
