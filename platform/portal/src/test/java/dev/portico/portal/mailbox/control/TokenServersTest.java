package dev.portico.portal.mailbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.portico.portal.mailbox.entity.MailboxProblem;
import dev.portico.portal.mailbox.entity.TokenSource;
import dev.portico.portal.outgoing.entity.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenServersTest {
    private static final String SECRET = "s3cret&~";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final TokenServers servers = new TokenServers((Origin origin) -> true);
    private HttpServer server;
    private int status = 200;
    private String type = "application/json;charset=UTF-8";
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestURI().getPath() + " " + body);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void theClientAsksInItsOwnName() throws Exception {
        answer =
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 3599, \"refresh_token\": \"r\"}";
        var granted = servers.ask(source("mail.read other", ""), SECRET);
        assertThat(granted.accessToken()).isEqualTo("a");
        assertThat(granted.life()).isEqualTo(Duration.ofSeconds(3599));
        // Without one it goes on in its own name.
        assertThat(granted.refreshToken()).isEmpty();
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/token ")
                .contains(
                        "grant_type=client_credentials",
                        "client_id=portico",
                        "client_secret=s3cret%26%7E",
                        "scope=mail.read+other");
    }

    @Test
    void aRefreshTokenIsUsedAndExchangedWhereThereIsAnother() throws Exception {
        answer = "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"refresh_token\": \"next\"}";
        assertThat(servers.ask(source("", "first"), SECRET).refreshToken()).contains("next");
        assertThat(servers.ask(source("", "next"), SECRET).refreshToken()).isEmpty();
        assertThat(asked.get(0))
                .contains("grant_type=refresh_token", "refresh_token=first")
                .doesNotContain("scope=");
    }

    @Test
    void aRefreshTokenThatIsTooLongIsTheServersFault() {
        answer = "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"refresh_token\": \"" + "r".repeat(10_001)
                + "\"}";
        assertThat(failure(source("", "first")).problem()).isEqualTo(MailboxProblem.TOKEN_UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_client, CLIENT",
        "400, unauthorized_client, CLIENT",
        "400, invalid_scope, SCOPE",
        "400, invalid_grant, REFRESH_TOKEN",
        "400, access_denied, TOKEN_REFUSED",
        "404, HTTP 404 Not Found, TOKEN_UNREACHABLE"
    })
    void whatIsWrongIsSaid(int code, String error, MailboxProblem problem) {
        status = code;
        answer = "{\"error\": \"" + error + "\", \"error_description\": \"Because of it\"}";
        var failure = failure(source("", "first"));
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure).hasMessage("HTTP " + code + ": " + error + ": Because of it");
    }

    @Test
    void whatIsNoAddressForTokensIsSaid() {
        type = "text/html";
        answer = "<h1>Welcome</h1>";
        for (var code : new int[] {200, 404, 500}) {
            status = code;
            var failure = failure(source("", ""));
            assertThat(failure.problem()).as("" + code).isEqualTo(MailboxProblem.TOKEN_UNREACHABLE);
            assertThat(failure).hasMessageContaining("" + code).hasMessageNotContaining("Welcome");
        }
    }

    @Test
    void secretsFollowNoRedirect() {
        for (var code : new int[] {302, 307, 308}) {
            status = code;
            assertThat(failure(source("", "")).problem()).isEqualTo(MailboxProblem.TOKEN_UNREACHABLE);
        }
        assertThat(asked).hasSize(3).allMatch(request -> request.startsWith("/token "));
    }

    @Test
    void secretsAreSentToPublicAddressesOnly() {
        var strict = new TokenServers((Origin origin) -> false);
        for (var address : List.of(address(), "https://127.0.0.1/token", "https://localhost/token")) {
            var source = new TokenSource(address, "portico", "", "");
            var failure = catchThrowableOfType(MailboxException.class, () -> strict.ask(source, SECRET));
            assertThat(failure.problem()).as(address).isEqualTo(MailboxProblem.TOKEN_NOT_ALLOWED);
        }
        assertThat(asked).isEmpty();
    }

    private MailboxException failure(TokenSource source) {
        return catchThrowableOfType(MailboxException.class, () -> servers.ask(source, SECRET));
    }

    private TokenSource source(String scope, String refreshToken) {
        return new TokenSource(address(), "portico", scope, refreshToken);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }
}
