package dev.portico.portal.operation.metric;

import dev.portico.portal.feed.control.FeedFetched;
import dev.portico.portal.login.LoginEnded;
import dev.portico.portal.mail.control.MailAttempted;
import dev.portico.portal.plugin.control.PluginCalled;
import dev.portico.portal.ticket.control.TicketHappened;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Locale;

/** Counts what the features say has happened; what a transaction takes back did not. */
@ApplicationScoped
public class EventMeter {
    @Inject
    PrometheusRegistry registry;

    @SuppressWarnings("NullAway.Init")
    private Counter tickets;

    @SuppressWarnings("NullAway.Init")
    private Counter mails;

    @SuppressWarnings("NullAway.Init")
    private Counter plugins;

    @SuppressWarnings("NullAway.Init")
    private Counter feeds;

    @SuppressWarnings("NullAway.Init")
    private Counter logins;

    @PostConstruct
    void open() {
        tickets = counter("portico_ticket_events", "What happened to tickets.", "tenant", "plugin", "event");
        mails = counter("portico_mail_attempts", "Attempts to hand mails to the mail server.", "tenant", "outcome");
        plugins = counter("portico_plugin_calls", "Calls into plugins.", "plugin", "tenant", "point", "outcome");
        feeds = counter("portico_feed_fetches", "Fetches of plugins' feeds.", "plugin", "tenant", "outcome");
        logins = counter("portico_logins", "Browsers that came back from the login page.", "tenant", "outcome");
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketHappened news) {
        tickets.labelValues(news.tenantId(), news.pluginId(), word(news.event()))
                .inc();
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailAttempted attempt) {
        mails.labelValues(attempt.tenantId(), word(attempt.state())).inc();
    }

    void count(@Observes PluginCalled call) {
        plugins.labelValues(call.pluginId(), call.tenantId(), call.point(), word(call.outcome()))
                .inc();
    }

    void count(@Observes FeedFetched fetch) {
        feeds.labelValues(
                        fetch.pluginId(),
                        fetch.tenantId(),
                        fetch.problem().map(EventMeter::word).orElse("taken"))
                .inc();
    }

    void count(@Observes LoginEnded login) {
        logins.labelValues(login.tenantId(), word(login.outcome())).inc();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
