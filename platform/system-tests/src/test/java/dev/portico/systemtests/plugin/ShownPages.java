package dev.portico.systemtests.plugin;

import dev.portico.plugin.fixtures.TestPlugin;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** A plugin whose pages have every kind of block, and whose other answers are of every kind as well. */
final class ShownPages {
    static final String ID = "shown";

    private static final String ROUTES = """
            [{"id": "all", "path": "shown", "access": "public"},
             {"id": "one", "path": "shown/one/{id}", "access": "public"},
             {"id": "files", "path": "shown/files/**", "access": "public"},
             {"id": "json", "path": "shown/api/v2/summary.json", "access": "public"},
             {"id": "html", "path": "shown/html", "access": "public"},
             {"id": "away", "path": "shown/away", "access": "public"},
             {"id": "door", "path": "shown/door", "access": "public"},
             {"id": "absent", "path": "shown/absent", "access": "public"},
             {"id": "nothing", "path": "shown/nothing", "access": "public"},
             {"id": "form", "path": "shown/form", "access": "public"},
             {"id": "mine", "path": "shown/mine", "access": "customer"},
             {"id": "desk", "path": "shown", "access": "agent"},
             {"id": "rules", "path": "shown/rules", "access": "administrator"}]""";

    private static final String SOURCE = """
            package plug;
            import dev.portico.plugin.TenantView;
            import dev.portico.plugin.manifest.Tone;
            import dev.portico.plugin.text.Text;
            import dev.portico.plugin.web.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            public class Pages implements WebHandler {
                static final Text HOSTILE = Text.written("<script>alert(1)</script> #{7919*6007} \\" onmouseover=\\"x");
                public Answer answer(TenantView tenant, WebRequest request) {
                    switch (request.route()) {
                        case "all": return all();
                        case "one": return line(request.variables() + " " + request.query() + " " + request.person().isPresent());
                        case "files": return line(request.rest() + " " + request.query());
                        case "json": return new Answer.Document("application/json", "{\\"tenant\\":\\"" + tenant.id() + " ñ\\"}", Duration.ofMinutes(5));
                        case "html": return new Answer.Document("text/html", "<script>alert(1)</script>", Duration.ZERO);
                        case "away": return new Answer.Away(URI.create(request.parameter("to").orElse("https://allowed.example/")));
                        case "door": return page(new Block.Departure(URI.create(request.parameter("to").orElse("https://allowed.example/")), 30, words("Go there")));
                        case "absent": return new Answer.Absent();
                        case "nothing": return null;
                        default: return form(request);
                    }
                }
                static Answer form(WebRequest request) {
                    if (request.method() == WebRequest.Method.GET) {
                        return page(asked(""));
                    }
                    String name = request.field("name").orElse("");
                    if (name.isEmpty()) {
                        return page(asked(""));
                    }
                    if (name.length() > 10) {
                        return page(new Block.Form("ask", List.of(
                            Input.of("name", Input.Kind.TEXT, words("Your name")).with(name).problem(words("Too long"))), words("Send"), false));
                    }
                    return new Answer.SeeOther(request.route().equals("form") ? Address.tenant("shown/form") : Address.staff("shown"),
                        Optional.of(words("Thank you, " + name + ": " + request.fields("form"))));
                }
                static Block asked(String name) {
                    return new Block.Form("ask", List.of(Input.of("name", Input.Kind.TEXT, words("Your name")).mandatory()), words("Send"), false);
                }
                static Page line(String text) {
                    return page(new Block.Paragraph(words(text)));
                }
                static Page page(Block... blocks) {
                    return Page.of(words("A page"), List.of(Section.of(blocks)));
                }
                static Text words(String text) {
                    return Text.written(text);
                }
                static Page all() {
                    Link link = new Link(words("A link"), Address.tenant("shown/one/7"));
                    Link site = new Link(words("A site"), Address.site(URI.create("https://example.com/")));
                    List<Block.Day> days = new ArrayList<>();
                    for (int i = 0; i < 90; i++) {
                        Tone tone = i == 30 ? Tone.CRITICAL : i == 50 || i == 51 ? Tone.WARNING : i == 70 ? Tone.NOTICE : i < 5 ? Tone.NEUTRAL : Tone.SUCCESS;
                        days.add(new Block.Day(LocalDate.of(2026, 8, 25).plusDays(i), tone, i == 0 ? HOSTILE : words(tone == Tone.SUCCESS ? "100 %" : "99.1 %")));
                    }
                    Text german = Text.written("Die Verbindung zur Datenbank ist gestört.", Locale.GERMAN);
                    Section words = Section.of(words("Words"),
                        new Block.Paragraph(Text.written("One paragraph.\\nIts second line.\\n\\nAnother paragraph, of some length, so that one sees where its lines end on a wide screen and on a narrow one.")),
                        new Block.Paragraph(german), new Block.Paragraph(HOSTILE),
                        new Block.Callout(Tone.CRITICAL, words("Not to be missed"), german, List.of(link)),
                        new Block.Callout(Tone.NOTICE, words("Planned work"), words("On Sunday."), List.of()),
                        new Block.Blank(words("Nothing is here"), words("There has been no incident so far."), List.of(link)),
                        new Block.Buttons(List.of(link, site)),
                        new Block.Pager(Optional.of(Address.tenant("shown/one/1")), Optional.of(Address.tenant("shown/one/3"))));
                    Section data = Section.of(words("Data"),
                        new Block.Facts(List.of(new Block.Fact(words("Region"), words("Europe")), new Block.Fact(words("Since"), words("9:00")))),
                        new Block.States(List.of(
                            new Block.State(words("API"), Optional.of(Address.tenant("shown/one/7")), Optional.of(words("Europe, Asia")), Tone.SUCCESS, words("Operational")),
                            new Block.State(words("Cloud agents"), Optional.empty(), Optional.empty(), Tone.CRITICAL, words("Major outage")),
                            new Block.State(words("Portal"), Optional.empty(), Optional.empty(), Tone.WARNING, words("Degraded")))),
                        new Block.Days(words("API"), words("99.98 % in 90 days"), days),
                        new Block.Timeline(List.of(
                            new Block.Event(Instant.parse("2026-11-22T10:00:00Z"), Tone.SUCCESS, words("Resolved"), Optional.of(link), words("All is well.")),
                            new Block.Event(Instant.parse("2026-11-22T09:00:00Z"), Tone.CRITICAL, words("Investigating"), Optional.empty(), german))),
                        new Block.Table(words("Incidents"), List.of(words("Incident"), words("State"), words("Since")), List.of(
                            new Block.Row(List.of(new Block.Cell(words("Slow answers"), Optional.of(Address.tenant("shown/one/7")), Optional.empty()),
                                new Block.Cell(words("Resolved"), Optional.empty(), Optional.of(Tone.SUCCESS)), Block.Cell.of(words("yesterday")))),
                            new Block.Row(List.of(Block.Cell.of(HOSTILE), new Block.Cell(words("Outage"), Optional.empty(), Optional.of(Tone.CRITICAL)), Block.Cell.of(words("today")))))));
                    List<Input.Choice> choices = List.of(
                        new Input.Choice("eu", words("Europe"), Optional.of(words("Regions"))), new Input.Choice("us", words("America"), Optional.of(words("Regions"))),
                        new Input.Choice("api", words("API"), Optional.of(words("Components"))));
                    Section forms = Section.of(words("Forms"),
                        new Block.Form("every", List.of(
                            Input.of("name", Input.Kind.TEXT, words("Your name")).mandatory().help(words("As you like")).with("\\"><script>alert(1)</script>"),
                            Input.of("text", Input.Kind.LONG_TEXT, words("What happens")).with("One\\nTwo"),
                            Input.of("mail", Input.Kind.EMAIL, words("Your e-mail address")),
                            Input.of("hook", Input.Kind.URL, words("Address of a webhook")),
                            Input.of("one", Input.Kind.CHOICE, words("One of them")).among(choices).with("us"),
                            Input.of("many", Input.Kind.CHOICES, words("Any of them")).among(choices).with("eu", "api"),
                            Input.of("flag", Input.Kind.FLAG, words("Each change")).with("true"),
                            Input.of("at", Input.Kind.DATE_TIME, words("From")).with("2026-11-22T09:05"),
                            Input.hidden("kept", "value")), words("Save"), false),
                        new Block.Form("gone", List.of(), words("Delete"), true));
                    return new Page(words("Every block"), Optional.of(words("A sentence beneath the title.")), Optional.of(new Link(words("The start"), Address.tenant(""))),
                        List.of(link, site), List.of(words, data, forms));
                }
            }
            """;

    private ShownPages() {}

    static TestPlugin plugin() {
        return new TestPlugin()
                .id(ID)
                .version("1.0.0")
                .patch(p -> p.remove("/ticketTypes")
                        .remove("/scales")
                        .remove("/workflows")
                        .replace("/settings", json("""
                                [{"id": "hosts", "type": "phrases", "label": "l", "default": {"en": ["allowed.example"]}}]"""))
                        .replace("/helpWays", json("""
                                [{"id": "way", "kind": "status", "label": "l", "text": "t", "menu": "h", "route": "all"}]"""))
                        .add("/capabilities", json("[\"public-routes\"]"))
                        .add("/redirectHosts", "hosts")
                        .add("/routes", json(ROUTES)))
                .message("l", "See the pages", "Ver las páginas")
                .message("h", "Shown", "Mostrado")
                .type("plug.Pages", SOURCE)
                .file("META-INF/extensions.idx", "plug.Pages\n");
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }
}
