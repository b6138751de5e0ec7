package dev.portico.benchmarks.load;

import dev.portico.testclient.Accounts;
import dev.portico.testclient.Api;
import dev.portico.testclient.Browser;
import dev.portico.testclient.Servers;
import dev.portico.testclient.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logged-in users. Each of several users of one account has a browser, and so a session, of their own. */
public final class Customers implements AutoCloseable {
    public static final String LARGE = "acme-en";
    public static final String SMALL = "globex-en";
    public static final String AGENT = "agent";
    public static final String GROWING = "initech-en";

    private final Servers servers;
    private final Accounts accounts;
    private final List<String> colleagues = new ArrayList<>();
    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();

    public Customers(Servers servers, String keycloakAdminPassword) {
        this.servers = servers;
        this.accounts = new Accounts(servers.keycloakUrl(), keycloakAdminPassword);
    }

    /** The large customer is the first of those who file cases; the others are colleagues, made on demand. */
    String filer(int user) {
        while (colleagues.size() < user) {
            colleagues.add(accounts.create("harmony", "en").name());
        }
        return user == 0 ? LARGE : colleagues.get(user - 1);
    }

    public Browser browser(String realm, String account, int user) {
        return browsers.computeIfAbsent(realm + " " + account + " " + user, key -> {
            var browser = new Browser(servers);
            browser.login("/" + realm + "/tickets", account).require(200);
            return browser;
        });
    }

    Api api(String realm, String account) {
        var token =
                tokens.computeIfAbsent(realm + " " + account, key -> new Token(servers.keycloakUrl(), realm, account));
        return new Api(servers.portalUrl() + "/" + realm + "/api/v1", () -> Optional.of(token.value()))
                .with("Accept-Encoding", "gzip");
    }

    @Override
    public void close() {
        accounts.close();
    }
}
