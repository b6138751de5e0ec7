package dev.portico.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleCheckTest {

    @TempDir
    Path sources;

    @Test
    void goodBundlesHaveNoProblems() {
        var en = "a=Hi {name}\nb={n, plural, one {# case} other {# cases}} on {at, date}\nc=It''s {x}\n"
                + "d={s, select, open {open} other {closed}} {m, number}";
        var es = "a=Hola, {name}\nb={n, plural, one {# caso} many {# de casos} other {# casos}} el {at, date, short}\n"
                + "c=Es {x, select, a {una} other {otra}}\nd={s, select, open {abierto} other {cerrado}} {m}";
        assertThat(BundleCheck.problems(en(en), es(es))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{name} | Sin nombre | k has the arguments [name] in English but [] in Spanish",
                "{a, date} | {a, number} | k takes {a} as a date or time in English but as a number in Spanish",
                "{a, date} | {a} | k takes {a} as a date or time in English but as any value in Spanish",
                "{a, date} {a} | {a, date} {a} | has {a} as a date in one place and as something else in another",
                "{n, plural, one {a} other {b}} | {n, plural, one {a} other {b}} | k (es) has no plural branch 'many' of {n}",
                "{n, plural, one {a} many {b} other {b}} | {n} | k (en) has the plural branch 'many' of {n}",
                "{n, plural, one {a}} | {n} | k (en) has a plural or select without the branch 'other'",
                "{s, select, a {x} other {}} | {s, select, b {x} other {}} | k selects among {s=[a, other]} in English",
                "{n, select, a {x} other {}} | {n, plural, other {}} | k takes {n} as a word to select by in English",
                "{open | Abre | k (en) cannot be parsed",
                "{n, nonsense} | {n, nonsense} | k (es) cannot be parsed",
                "{n, date, ::yMMM} | {n, date, 'unclosed} | k (es) cannot be parsed",
                "{0} | {0} | k (en) has the numbered placeholder {0}; give it a name",
                "'{name}' | {name} | k (en) has a placeholder between single apostrophes",
                "x\\u0020 | x | k (en) has leading or trailing white space",
                "x | \\ x | k (es) has leading or trailing white space",
                "x | \\u0020 | k (es) is empty",
            })
    void tellsEachProblem(String en, String es, String problem) {
        assertThat(BundleCheck.problems(en("k=" + en), es("k=" + es))).anyMatch(found -> found.contains(problem));
    }

    @Test
    void tellsMissingAndDuplicateKeys() {
        assertThat(BundleCheck.problems(en("a=1\nb=2\na=3"), es("a=1\nc=2")))
                .containsExactly(
                        "a (en) is defined more than once", "b is missing in Spanish", "c is missing in English");
    }

    @Test
    void exactPluralValuesNeedNoMany() {
        assertThat(BundleCheck.problems(en("k={n, plural, =0 {none} other {#}}"), es("k={n, plural, =0 {} other {#}}")))
                .isEmpty();
    }

    @Test
    void tellsUnusedAndUndefinedKeys() throws IOException {
        Files.writeString(sources.resolve("page.xhtml"), "#{m.text('used.page')} #{m.text( \"undefined.page\", a)}");
        Files.writeString(sources.resolve("Page.java"), "String KEY = \"used.java.longer\"; // see used.comment.\n");
        Files.writeString(
                sources.resolve("dynamic.xhtml"), "#{m.text('severity.' += level)} #{m.text(&quot;gone&quot;)}");
        Files.writeString(sources.resolve("m.properties"), "used.java = never counts");
        var keys = List.of("used.page", "used.java", "used.java.longer", "used.comment", "severity.one");
        var text = String.join("=x\n", keys) + "=x";

        assertThat(BundleCheck.problems(en(text), es(text), Set.of("severity.*", "status.*", "other"), sources))
                .containsExactly(
                        "other is used but not defined",
                        "status.* is used but not defined",
                        "gone is used in " + sources.resolve("dynamic.xhtml") + " but not defined",
                        "undefined.page is used in " + sources.resolve("page.xhtml") + " but not defined",
                        "used.java is defined but not used");
    }

    @Test
    void aCheckThatReadNothingDoesNotPass() {
        assertThat(BundleCheck.problems(en(""), es(""), Set.of(), sources, sources.resolve("gone")))
                .hasSize(2);
    }

    @Test
    void withoutSourcesKeysMayBeUnused() {
        assertThat(BundleCheck.problems(en("a=1"), es("a=1"), Set.of())).isEmpty();
    }

    @Test
    void onePatternCanBeCheckedAlone() {
        assertThat(PatternCheck.problems("{n, plural, one {#} other {#}}", Languages.SPANISH))
                .containsExactly("has no plural branch 'many' of {n}");
    }

    private static MessageBundle en(String properties) {
        return MessageBundle.load(new StringReader(properties), "test", Languages.ENGLISH);
    }

    private static MessageBundle es(String properties) {
        return MessageBundle.load(new StringReader(properties), "test", Languages.SPANISH);
    }
}
