package dev.portico.portal.subscription.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicChoiceTest {
    private static final TopicChoice SOME = TopicChoice.of(Set.of("api.eu", "say \"hi\"\\"));

    @Test
    void everythingIsAlsoWhatBelongsToNoTopic() {
        assertThat(TopicChoice.ALL.matches(Set.of())).isTrue();
        assertThat(TopicChoice.ALL.matches(Set.of("new"))).isTrue();
        assertThat(TopicChoice.ALL.has("new")).isTrue();
    }

    @Test
    void someAreToldOfOneTopicInCommon() {
        assertThat(SOME.matches(Set.of("api.eu", "api.us"))).isTrue();
        assertThat(SOME.matches(Set.of("api.us"))).isFalse();
        assertThat(SOME.matches(Set.of())).isFalse();
        assertThat(SOME.has("api.us")).isFalse();
    }

    @Test
    void itIsReadAsItWasWritten() {
        assertThat(TopicChoice.read(SOME.json())).isEqualTo(SOME);
        assertThat(TopicChoice.read(TopicChoice.ALL.json())).isEqualTo(TopicChoice.ALL);
    }
}
