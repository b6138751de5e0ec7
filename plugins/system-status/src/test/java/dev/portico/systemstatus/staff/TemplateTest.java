package dev.portico.systemstatus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void everyTemplateHasItsWordsInBothLanguagesAndEveryWordIsOfOne() {
        var templates = Stream.of(Template.of(false), Template.of(true))
                .flatMap(List::stream)
                .toList();

        assertThat(templates)
                .flatMap(template -> List.of(template.title(), template.body()))
                .allMatch(
                        words -> !words.english().isBlank() && !words.spanish().isBlank());
        assertThat(Template.keys().collect(Collectors.toSet()))
                .isEqualTo(templates.stream()
                        .flatMap(template -> Set.of(template.id() + ".title", template.id() + ".body").stream())
                        .collect(Collectors.toSet()));
    }
}
