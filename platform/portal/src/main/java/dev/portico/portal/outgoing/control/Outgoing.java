package dev.portico.portal.outgoing.control;

import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.entity.Origin;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.InetAddressUtils;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * Asks servers that tenants and plugins name. Whatever they do, there is a value in the end, within the limits; what it
 * says of their addresses and faults is for administrators, not for those who could use the portal to look around.
 */
@ApplicationScoped
public class Outgoing {
    private static final int MOST_REDIRECTS = 5;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int USUAL_PORT = 443;
    private static final int MOST_ANSWER_BYTES = 64 * 1024;
    private static final long IDLE_CLOCK_SECONDS = 60;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Predicate<Origin> allowed;
    private final Limits limits;
    private final SSLContext tls;
    private final ScheduledThreadPoolExecutor clock;

    /** For the container's proxy alone. */
    protected Outgoing() {
        this(origin -> false, Limits.USUAL);
    }

    @Inject
    public Outgoing(OriginStore origins) {
        this(origins::contains, Limits.USUAL);
    }

    /** @param allowed origins that may be http and private */
    public Outgoing(Predicate<Origin> allowed, Limits limits) {
        // Without the keys of the portal's own server, which the JVM's default would show to others.
        this(allowed, limits, SSLContexts.createDefault());
    }

    Outgoing(Predicate<Origin> allowed, Limits limits, SSLContext tls) {
        this.allowed = allowed;
        this.limits = limits;
        this.tls = tls;
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "outgoing-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(IDLE_CLOCK_SECONDS, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    public void stop() {
        clock.shutdownNow();
    }

    /**
     * What can be said of an address without asking anybody; to be asked when somebody enters it. Whether its name leads
     * to a public address is known at use only.
     *
     * @return why it would be refused; empty if it may be tried
     */
    public Optional<Refusal> check(URI address) {
        return Origin.of(address)
                .map(origin -> check(origin, allowed.test(origin)))
                .orElseGet(() -> Optional.of(notAllowed(address + " is no address of a web server")));
    }

    private static Optional<Refusal> check(Origin origin, boolean isAllowed) {
        if (isAllowed) {
            return Optional.empty();
        }
        if (!origin.encrypted()) {
            return Optional.of(notAllowed(origin + " is not https"));
        }
        if (origin.port() != USUAL_PORT && origin.port() < FIRST_FREE_PORT) {
            return Optional.of(notAllowed(origin + " has the port of another service"));
        }
        return isNumber(origin.host()) ? checkNumber(origin.host()) : Optional.empty();
    }

    private static boolean isNumber(String host) {
        return InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
    }

    private static Optional<Refusal> checkNumber(String host) {
        try {
            new CheckedResolver(false).resolve(host);
            return Optional.empty();
        } catch (UnknownHostException refused) {
            return Optional.of(notAllowed(host + " is no public address"));
        }
    }

    private static Refusal notAllowed(String detail) {
        return new Refusal(Reason.NOT_ALLOWED, detail);
    }

    /**
     * Follows redirects, each of which is checked like the first address.
     *
     * @param headers nothing secret: they go wherever a redirect leads
     * @param mostBytes of the document, decompressed; what has more is refused
     * @return of an answer with another status than 200, no body
     */
    public Exchange get(URI address, Map<String, String> headers, long mostBytes) {
        try (var deadline = new Deadline(clock, limits.whole())) {
            var next = address;
            for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                var exchange = ask(HttpGet::new, next, headers, Body.document(mostBytes), deadline);
                var target = target(exchange);
                if (target.isEmpty()) {
                    return exchange;
                }
                var resolved = resolved(next, target.get());
                if (resolved.isEmpty()) {
                    return notAllowed("Redirects to what is no address, or from https to http");
                }
                next = resolved.get();
            }
            return new Refusal(Reason.UNREACHABLE, "Redirects more than " + MOST_REDIRECTS + " times");
        }
    }

    private static Optional<String> target(Exchange exchange) {
        return exchange instanceof Answer answer && REDIRECTS.contains(answer.status())
                ? answer.header("location")
                : Optional.empty();
    }

    private static Optional<URI> resolved(URI from, String location) {
        try {
            var to = from.resolve(location.strip());
            return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())
                    ? Optional.empty()
                    : Optional.of(to);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /**
     * Follows no redirect: it is an answer like others.
     *
     * @param headers with the type of the content
     * @return of what the other server says to it, as much as there is of the first 64 KiB
     */
    public Exchange post(URI address, Map<String, String> headers, byte[] content) {
        try (var deadline = new Deadline(clock, limits.whole())) {
            return ask(to -> posting(to, content), address, headers, Body.remark(MOST_ANSWER_BYTES), deadline);
        }
    }

    private static HttpUriRequestBase posting(URI to, byte[] content) {
        var request = new HttpPost(to);
        request.setEntity(new ByteArrayEntity(content, null));
        return request;
    }

    /** @param method makes the request, and fails for addresses of which no origin can be told */
    private Exchange ask(
            Function<URI, HttpUriRequestBase> method,
            URI address,
            Map<String, String> headers,
            Body body,
            Deadline deadline) {
        var origin = Origin.of(address);
        if (origin.isEmpty()) {
            return notAllowed(address + " is no address of a web server");
        }
        var isAllowed = allowed.test(origin.get());
        var refused = check(origin.get(), isAllowed);
        if (refused.isPresent()) {
            return refused.get();
        }
        var request = method.apply(address);
        headers.forEach(request::setHeader);
        return new Call(origin.get(), isAllowed, limits, tls).run(request, body, deadline);
    }
}
