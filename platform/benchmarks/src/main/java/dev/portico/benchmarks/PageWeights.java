package dev.portico.benchmarks;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.portico.benchmarks.load.Customers;
import dev.portico.benchmarks.report.Weight;
import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.testclient.Servers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Chromium fetches for a page over the network: the first time, and again with what it kept of the first time. */
final class PageWeights {
    private static final String LIST = "/harmony/tickets";

    private final Browser browser;
    private final Servers servers;

    PageWeights(Browser browser, Servers servers) {
        this.browser = browser;
        this.servers = servers;
    }

    List<Weight> of(long caseNumber) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("landing", "/harmony");
        pages.put("list", LIST);
        pages.put("case", LIST + "/" + caseNumber);
        pages.put("new", LIST + "/new?type=case");
        try (var context = browser.newContext()) {
            var page = context.newPage();
            logIn(page);
            var network = context.newCDPSession(page);
            network.send("Network.enable");
            var traffic = new Traffic(network);
            var weights = new ArrayList<Weight>();
            for (Map.Entry<String, String> entry : pages.entrySet()) {
                network.send("Network.clearBrowserCache");
                weights.add(visit(page, traffic, entry.getKey(), "cold", entry.getValue()));
                weights.add(visit(page, traffic, entry.getKey(), "warm", entry.getValue()));
            }
            return weights;
        }
    }

    private void logIn(Page page) {
        page.navigate(servers.portalUrl() + LIST);
        page.locator("#username").fill(Customers.LARGE);
        page.locator("#password").fill(DemoAccount.PASSWORD);
        page.locator("#kc-form-login [type=submit]").click();
        page.waitForURL(servers.portalUrl() + LIST + "**");
    }

    private Weight visit(Page page, Traffic traffic, String name, String cache, String path) {
        page.navigate("about:blank");
        traffic.forget();
        page.navigate(servers.portalUrl() + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new Weight(name, cache, traffic.requests, traffic.bytes / 1000.0);
    }

    /** What the browser's own developer tools count: answers from its cache have no length on the network. */
    private static final class Traffic {
        private int requests;
        private double bytes;

        Traffic(CDPSession network) {
            network.on("Network.loadingFinished", this::finished);
        }

        private void finished(JsonObject event) {
            var length = event.get("encodedDataLength").getAsDouble();
            if (length > 0) {
                requests++;
                bytes += length;
            }
        }

        void forget() {
            requests = 0;
            bytes = 0;
        }
    }
}
