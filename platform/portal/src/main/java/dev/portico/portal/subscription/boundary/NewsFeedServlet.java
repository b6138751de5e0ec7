package dev.portico.portal.subscription.boundary;

import dev.portico.portal.language.CurrentReader;
import dev.portico.portal.plugin.boundary.TenantDesks;
import dev.portico.portal.subscription.control.SubscriptionAddresses;
import dev.portico.portal.subscription.entity.TopicChoice;
import dev.portico.portal.tenant.control.TenantContext;
import dev.portico.portal.web.CurrentRoute;
import dev.portico.portal.web.EntityTag;
import dev.portico.portal.web.Tokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers feed readers; who has the feed already is told so. */
@WebServlet("/internal/subscription-feed")
public class NewsFeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_TOPICS = 100;

    @Inject
    transient NewsFeed feed;

    @Inject
    transient TenantDesks plugins;

    @Inject
    transient TenantContext tenants;

    @Inject
    transient CurrentRoute route;

    @Inject
    transient CurrentReader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = language(request);
        var topics = topics(request);
        var xml = feed.of(
                        route.id(),
                        language,
                        topics.isEmpty() ? TopicChoice.ALL : TopicChoice.of(topics),
                        self(language, topics))
                .orElseThrow(plugins::absent);
        var tag = new EntityTag(Tokens.hash(xml));
        response.setHeader("ETag", tag.toString());
        response.setHeader("Cache-Control", "no-cache");
        if (tag.isKnownBy(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/atom+xml;charset=UTF-8");
        response.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private Locale language(HttpServletRequest request) {
        var wanted = Optional.ofNullable(request.getParameter("language"));
        return tenants.require().languages().stream()
                .filter(offered ->
                        wanted.filter(offered.toLanguageTag()::equals).isPresent())
                .findFirst()
                .orElse(Locale.forLanguageTag(reader.get().ui().getLanguage()));
    }

    private static Set<String> topics(HttpServletRequest request) {
        return Stream.of(Objects.requireNonNullElse(request.getParameterValues("topic"), new String[0]))
                .filter(topic -> topic.indexOf('\0') < 0)
                .limit(MOST_TOPICS)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was asked for, without whatever else stands in the address. */
    private String self(Locale language, Set<String> topics) {
        return SubscriptionAddresses.feed(route.id(), language)
                + topics.stream()
                        .sorted()
                        .map(topic -> "&topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }
}
