package dev.portico.portal.subscription.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "a\u0007b", "a\tb", "a\u0085b"})
    void whatNobodyTypesIsNotThere(String sent) {
        assertThat(read(sent)).isEmpty();
    }

    @Test
    void theRestIsReadWithoutTheSpaceAroundIt() {
        assertThat(read(" ñandú ")).isEqualTo("ñandú");
    }

    private static String read(String sent) {
        return new SubscriptionForm(Map.of("field", new String[] {sent, "second"})).text("field");
    }
}
