package dev.portico.portal.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DataRequestTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final DataRequest request = new DataRequest("s", "I, Ana, leave.", NOON);

    @Test
    void itIsDecidedOnce() {
        request.refuse("Not yet.", NOON);
        for (var decision : List.<Consumer<DataRequest>>of(
                some -> some.cancel(NOON), some -> some.refuse("", NOON), some -> some.erase(NOON))) {
            assertThatThrownBy(() -> decision.accept(request)).isInstanceOf(IllegalStateException.class);
        }
        request.done();
        assertThat(request.state()).isEqualTo(DataRequestState.REFUSED);
    }

    @Test
    void whatIsCarriedOutSaysNothingOfThePersonAndIsDoneWhenKeycloakIs() {
        request.erase(NOON);
        assertThat(request.reason()).isEmpty();
        request.attempt(NOON.plusSeconds(30));
        assertThat(request.state()).isEqualTo(DataRequestState.ERASED);
        assertThat(request.attempts()).isEqualTo(1);
        request.done();
        assertThat(request.state()).isEqualTo(DataRequestState.DONE);
    }
}
