package dev.portico.portal.release.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.Languages;
import dev.portico.plugin.host.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What went wrong on a node is read in each administrator's language later. */
class ProblemListTest {
    @Test
    void problemsComeBackAsTheyWere() {
        var problems = List.of(
                Problem.died(3),
                new Problem(
                        "plugin.problem.failing",
                        "place",
                        Map.of("point", "UrgencyPolicy", "tenant", "harmony", "reason", "“no” <b>")));

        var read = ProblemList.read(ProblemList.write(problems));

        assertThat(read).hasSize(2);
        assertThat(read.get(0).text(Languages.SPANISH)).contains("3 veces");
        assertThat(read.get(1)).isEqualTo(problems.get(1));
        assertThat(ProblemList.read("[]")).isEmpty();
    }
}
