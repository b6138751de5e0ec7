package dev.portico.benchmarks.load;

import dev.portico.testclient.Browser;
import dev.portico.testclient.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What people do in their browsers. */
public final class Pages {
    private static final String LIST = "/harmony/tickets";
    private static final String FORM = LIST + "/new?type=case";

    private final Customers customers;
    private final Cases cases;

    public Pages(Customers customers, Cases cases) {
        this.customers = customers;
        this.cases = cases;
    }

    public List<Scenario> reading() {
        return List.of(
                Scenario.reading("list", user -> list(customers.browser("harmony", Customers.LARGE, user), LIST)),
                Scenario.reading("small-list", user -> list(customers.browser("harmony", Customers.SMALL, user), LIST)),
                Scenario.reading("search", this::search),
                Scenario.reading("case", user -> show(Customers.LARGE, cases.ofLarge(), user)),
                Scenario.reading("small-case", user -> show(Customers.SMALL, cases.ofSmall(), user)),
                Scenario.reading(
                        "queue", user -> list(customers.browser("staff", Customers.AGENT, user), "/staff/tickets")),
                Scenario.reading("form", this::form));
    }

    public List<Scenario> writing() {
        return List.of(Scenario.writing("create", this::create), Scenario.reading("search-again", this::search));
    }

    /** The list of a customer of the tenant that grows. */
    public static Scenario growing(Customers customers) {
        return Scenario.reading(
                "growth", user -> list(customers.browser("bmc", Customers.GROWING, user), "/bmc/tickets"));
    }

    private static Visit list(Browser browser, String path) {
        return () -> Check.list(browser.get(path));
    }

    private Visit search(int user) {
        var browser = customers.browser("harmony", Customers.LARGE, user);
        var words = new Round<>(cases.words(), user);
        return () -> {
            var word = words.next();
            var answer = browser.get(LIST + "?q=" + word);
            Check.list(answer);
            Check.containsOften(answer, word);
        };
    }

    private Visit show(String account, List<Long> numbers, int user) {
        var browser = customers.browser("harmony", account, user);
        var next = new Round<>(numbers, user);
        return () -> {
            long number = next.next();
            Check.contains(browser.get(LIST + "/" + number), Cases.marks(number));
        };
    }

    private Visit form(int user) {
        var browser = customers.browser("harmony", customers.filer(user), user);
        return () -> Check.contains(browser.get(FORM), "name=\"field-subject\"", "jakarta.faces.ViewState");
    }

    /** The form, filled in and sent as the page's own button does it; where that leads is another scenario. */
    private Visit create(int user) {
        var browser = customers.browser("harmony", customers.filer(user), user);
        var count = new AtomicLong();
        return () -> {
            var html = Html.of(browser.get(FORM).require(200));
            var fields = new LinkedHashMap<>(html.hidden("new"));
            fields.put("submit", "submit");
            Cases.fields(user, count.getAndIncrement()).forEach((field, value) -> fields.put("field-" + field, value));
            Check.created(browser.post(html.action("new"), Map.copyOf(fields)));
        };
    }
}
