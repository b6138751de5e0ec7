package dev.portico.portal.ticket.control;

import static dev.portico.portal.plugin.control.TestDesks.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.plugin.manifest.Field;
import dev.portico.plugin.manifest.Field.Kind;
import dev.portico.portal.account.control.OrganizationOptions;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.plugin.control.TestDesks;
import dev.portico.portal.ticket.entity.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionCheckTest {
    private final TenantDesk desk =
            TestDesks.with(field("any", Kind.SUGGESTION), field("one", Kind.CHOICE), field("long", Kind.LONG_TEXT));

    @Test
    void suggestionMayBeAnyLineOfText() {
        assertThat(check(Map.of("any", "  dark \n blue "))).isEqualTo(Map.of("any", "dark blue"));
    }

    @Test
    void suggestionHasAnEnd() {
        assertThat(problems(Map.of("any", "ñ".repeat(11)))).containsExactly("any ticket.problem.too-long");
        assertThat(check(Map.of("any", "ñ".repeat(10)))).containsKey("any");
    }

    @Test
    void choiceIsOneOfThoseOffered() {
        assertThat(check(Map.of("one", "red"))).isEqualTo(Map.of("one", "red"));
        assertThat(problems(Map.of("one", "Red"))).containsExactly("one ticket.problem.not-offered");
    }

    @Test
    void furtherFieldsAreKeptAsTheyWereEntered() {
        var values = check(Map.of("any", "a \"b\" \\ ñ", "long", "one\n\ntwo"));

        assertThat(Attributes.read(Attributes.write(desk.type(), values))).isEqualTo(values);
        assertThat(Attributes.read(Attributes.write(desk.type(), Map.of("subject", "S"))))
                .isEmpty();
    }

    private List<String> problems(Map<String, String> values) {
        var refused = catchThrowableOfType(PortalException.class, () -> check(values));
        return refused.fields().stream()
                .map(problem -> problem.field() + " " + problem.key())
                .toList();
    }

    @Test
    void aMailIsNoFormAndMayLeaveOutWhatAFormAsksFor() {
        var must = new Field(
                "must",
                Kind.TEXT,
                "must",
                Optional.empty(),
                true,
                10,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var asking = TestDesks.with(must);
        var none = OrganizationOptions.NONE;

        assertThat(SubmissionCheck.check(asking, none, Map.of(), Channel.EMAIL)).isEmpty();
        assertThatThrownBy(() -> SubmissionCheck.check(asking, none, Map.of(), Channel.WEB))
                .isInstanceOf(PortalException.class);
        var wrong = Map.of("must", "longer than ten");
        assertThatThrownBy(() -> SubmissionCheck.check(asking, none, wrong, Channel.EMAIL))
                .isInstanceOf(PortalException.class);
    }

    private Map<String, String> check(Map<String, String> values) {
        return SubmissionCheck.check(desk, OrganizationOptions.NONE, values, Channel.WEB);
    }
}
