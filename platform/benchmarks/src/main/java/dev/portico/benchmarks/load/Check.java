package dev.portico.benchmarks.load;

import dev.portico.testclient.Answer;
import dev.portico.testclient.Browser;
import java.util.regex.Pattern;

/** Whether an answer is what was asked for. */
final class Check {
    private static final int PAGE = 25;
    private static final int LONGEST = 4_000;
    private static final Pattern ROW = Pattern.compile("href=\"[^\"]*/tickets/([0-9]+)[\"?]");
    private static final Pattern ITEM = Pattern.compile("\"number\":([0-9]+)");

    private static final Pattern CASE = Pattern.compile(".*/harmony/tickets/[0-9]+");

    private Check() {}

    /** A page with 25 different cases. */
    static void list(Answer answer) {
        rows(answer, ROW);
    }

    /** JSON with 25 different cases. */
    static void items(Answer answer) {
        rows(answer, ITEM);
    }

    private static void rows(Answer answer, Pattern pattern) {
        var found = pattern.matcher(answer.require(200).body())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .count();
        if (found != PAGE) {
            throw wrong(answer, found + " cases");
        }
    }

    static void contains(Answer answer, String... marks) {
        var body = answer.require(200).body();
        for (var mark : marks) {
            if (!body.contains(mark)) {
                throw wrong(answer, "no \"" + mark + "\"");
            }
        }
    }

    static void containsOften(Answer answer, String word) {
        var found = Pattern.compile(word, Pattern.LITERAL)
                .matcher(answer.body())
                .results()
                .count();
        if (found < PAGE) {
            throw wrong(answer, word + " " + found + " times");
        }
    }

    /** A case that was created, by where the answer leads. */
    static void created(Answer answer) {
        if (!Browser.redirects(answer)
                || !CASE.matcher(Browser.location(answer)).matches()) {
            throw wrong(answer, "no case, but " + answer.status());
        }
    }

    static AssertionError wrong(Answer answer, String what) {
        var body = answer.body();
        return new AssertionError(
                answer.response().uri() + ": " + what + "\n" + body.substring(0, Math.min(body.length(), LONGEST)));
    }
}
