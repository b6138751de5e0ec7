package dev.portico.portal.outgoing.control;

import dev.portico.portal.outgoing.control.Exchange.Answer;
import dev.portico.portal.outgoing.control.Exchange.Reason;
import dev.portico.portal.outgoing.control.Exchange.Refusal;
import dev.portico.portal.outgoing.entity.Origin;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** One request to one server, over a connection of its own. */
record Call(Origin origin, boolean allowed, Limits limits, SSLContext tls) {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    Exchange run(HttpUriRequestBase request, Body body, Deadline deadline) {
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        deadline.watch(request);
        var client = client();
        try {
            var target = new HttpHost(origin.scheme(), origin.host(), origin.port());
            return answer(client.executeOpen(target, request, null), body);
        } catch (IOException | RuntimeException failed) {
            // The client throws whatever comes to its mind about what others say, such as a status of 000.
            return new Refusal(
                    failed instanceof NotPublicException ? Reason.NOT_ALLOWED : Reason.UNREACHABLE,
                    origin + ": " + what(failed, deadline));
        } finally {
            // Whatever is still to come is cut off, not read.
            request.cancel();
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private static Exchange answer(ClassicHttpResponse response, Body body) throws IOException {
        var content = body.read(response);
        return content.isPresent()
                ? new Answer(response.getCode(), headers(response), content.get())
                : new Refusal(Reason.TOO_LARGE, "More than " + body.most() + " bytes");
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        return Map.copyOf(headers);
    }

    private String what(Exception failed, Deadline deadline) {
        if (deadline.passed()) {
            return "no complete answer within " + limits.whole().toSeconds() + " s";
        }
        if (failed instanceof NotPublicException) {
            return "no public address";
        }
        if (failed instanceof UnknownHostException) {
            return "the host is not known";
        }
        if (failed instanceof SocketTimeoutException) {
            return "no connection or answer in time";
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    /** Nothing of it outlives the call: no connection, cookie or password is there for the next one. */
    private CloseableHttpClient client() {
        return HttpClientBuilder.create()
                .setConnectionManager(connections())
                // No proxy, whatever the environment says: it would look names up itself.
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(Timeout.of(limits.silence()))
                        .build())
                .setUserAgent("Portico")
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .build();
    }

    private BasicHttpClientConnectionManager connections() {
        var connections = BasicHttpClientConnectionManager.create(
                null,
                new CheckedResolver(allowed),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", new DefaultClientTlsStrategy(tls))
                        .build(),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build());
        connections.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(limits.connect()))
                .setSocketTimeout(Timeout.of(limits.silence()))
                .build());
        return connections;
    }
}
