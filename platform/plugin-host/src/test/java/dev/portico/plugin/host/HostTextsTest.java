package dev.portico.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.i18n.BundleCheck;
import dev.portico.i18n.Languages;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostTextsTest {
    @Test
    void everyTextIsThereInBothLanguagesAndUsed() {
        var bundles = HostTexts.bundles();

        assertThat(BundleCheck.problems(bundles.get(0), bundles.get(1), Set.of(), Path.of("src", "main", "java")))
                .isEmpty();
        assertThat(bundles.get(0).keys()).hasSizeGreaterThan(20).allMatch(key -> key.startsWith("plugin."));
    }

    @Test
    void whatAStrangerWroteIsSafeToShow() {
        var problem = Problem.of("plugin.problem.differs-by-case", "a".repeat(70_000), "other", "b\u0000\u202E");

        assertThat(problem.text(Languages.ENGLISH))
                .startsWith("a".repeat(300) + "…: differs only by case from b??")
                .hasSizeLessThan(400);
    }

    @Test
    void aProblemIsSaidInTheReadersLanguage() {
        var problem = Problem.of("plugin.problem.too-many-entries", "a\u202E\n.jar", "limit", 10_000);

        assertThat(problem).hasToString("a??.jar: the jar has more than 10,000 entries");
        assertThat(problem.text(Languages.SPANISH)).isEqualTo("a??.jar: el jar tiene más de 10.000 entradas");
    }
}
