package dev.portico.benchmarks.load;

import java.util.List;
import java.util.Map;

/**
 * Cases that were there before.
 *
 * @param ofLarge numbers of open ones of the large customer
 * @param ofSmall numbers of open ones of the small customer
 * @param words words of which each stands in some 125 of the large customer's subjects
 */
public record Cases(List<Long> ofLarge, List<Long> ofSmall, List<String> words) {

    /** With which each of a case's three messages ends. */
    static String[] marks(long number) {
        return new String[] {"Ref " + number + "/1", "Ref " + number + "/2", "Ref " + number + "/3"};
    }

    /** What a new case says. */
    static Map<String, String> fields(int user, long count) {
        return Map.of(
                "product", "connectors",
                "subject", "Salesforce connector returns 401 responses (bench-" + user + "-" + count + ")",
                "description", """
                        Since this morning the operation ends with an error and the log says nothing else.

                        It happens with some **hundred records** a day, always at the same step:

                            java.net.SocketTimeoutException: Read timed out

                        Could you tell us which parameters to change?""",
                "severity", "2");
    }
}
