package dev.portico.benchmarks.load;

import dev.portico.testclient.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The same through REST, as scripts do it. */
public final class Calls {
    private static final String LIST = "/tickets";

    private final Customers customers;
    private final Cases cases;

    public Calls(Customers customers, Cases cases) {
        this.customers = customers;
        this.cases = cases;
    }

    public List<Scenario> reading() {
        return List.of(
                Scenario.reading("rest-list", user -> list(Customers.LARGE)),
                Scenario.reading("rest-small-list", user -> list(Customers.SMALL)),
                Scenario.reading("rest-search", this::search),
                Scenario.reading("rest-case", this::show));
    }

    public List<Scenario> writing() {
        return List.of(Scenario.writing("rest-create", this::create));
    }

    private Visit list(String account) {
        var api = customers.api("harmony", account);
        return () -> Check.items(api.get(LIST));
    }

    private Visit search(int user) {
        var api = customers.api("harmony", Customers.LARGE);
        var words = new Round<>(cases.words(), user);
        return () -> {
            var word = words.next();
            var answer = api.get(LIST + "?q=" + word);
            Check.items(answer);
            Check.containsOften(answer, word);
        };
    }

    private Visit show(int user) {
        var api = customers.api("harmony", Customers.LARGE);
        var next = new Round<>(cases.ofLarge(), user);
        return () -> {
            long number = next.next();
            Check.contains(api.get(LIST + "/" + number), Cases.marks(number));
        };
    }

    private Visit create(int user) {
        Api api = customers.api("harmony", customers.filer(user));
        var count = new AtomicLong();
        return () -> {
            var fields = Cases.fields(user, count.getAndIncrement());
            var answer = api.post(LIST, json(fields)).require(201);
            if (!answer.object().getString("subject").equals(fields.get("subject"))) {
                throw Check.wrong(answer, "another case");
            }
        };
    }

    private static JsonObject json(Map<String, String> fields) {
        var json = Json.createObjectBuilder().add("type", "case");
        fields.forEach(json::add);
        return json.build();
    }
}
