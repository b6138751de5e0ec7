package dev.portico.portal.mailbox.control;

import static dev.portico.portal.plugin.control.TestDesks.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.plugin.manifest.Field.Kind;
import dev.portico.portal.language.Reader;
import dev.portico.portal.language.Texts;
import dev.portico.portal.mailbox.control.MailWords.Said;
import dev.portico.portal.plugin.control.TenantDesk;
import dev.portico.portal.plugin.control.TestDesks;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailWordsTest {
    private static final Reader SPANISH = new Reader(new Locale("es"), new Locale("es"), ZoneOffset.UTC);

    private final MailWords words = new MailWords();
    private final TenantDesk desk = TestDesks.with(
            field("subject", Kind.SUBJECT), field("description", Kind.DESCRIPTION), field("product", Kind.PRODUCT));

    MailWordsTest() {
        words.texts = new Texts();
    }

    @Test
    void whatWasNotKeptIsNamedInTheSendersLanguage() {
        var said = words.comment(SPANISH, "Hola\n", List.of("virus.exe", "b.scr"));

        assertThat(said.text())
                .startsWith("Hola\n\nEstos archivos no se guardaron")
                .endsWith("\n- virus.exe\n- b.scr");
        assertThat(said.shortened()).isFalse();
    }

    @Test
    void aTextWithoutWordsSaysSo() {
        assertThat(words.comment(SPANISH, " \0\n ", List.of()).text()).contains("no tiene texto");
    }

    @Test
    void whatIsTooLongIsShortenedAndSaysSoWhateverElseIsToBeSaid() {
        var names = Collections.nCopies(500, "n".repeat(200));
        for (var refused : List.of(List.<String>of(), names)) {
            var said = words.comment(SPANISH, "\uD83D\uDE00".repeat(30_000), refused);
            assertThat(said.shortened()).isTrue();
            assertThat(said.text().codePointCount(0, said.text().length())).isLessThanOrEqualTo(20_000);
            assertThat(said.text()).contains("message.txt").startsWith("\uD83D\uDE00".repeat(9_000));
        }
    }

    @Test
    void aLongSubjectFitsItsField() {
        var values = words.ticket(desk, SPANISH, "s".repeat(2_000), new Said("x", false));

        assertThat(values.get("subject")).isEqualTo("sssssssss…");
        assertThat(words.ticket(desk, SPANISH, " ", new Said("x", false)).get("subject"))
                .isEqualTo("(Sin asunto)");
    }

    @Test
    void theProductIsFilledInWhereTheSubjectNamesIt() {
        assertThat(product("¡El ROJO, otra vez!")).isEqualTo("red");
        assertThat(product("Red button")).isEqualTo("red");
        assertThat(product("Nothing is rendered, enrojo")).isNull();
    }

    private @Nullable String product(String subject) {
        return words.ticket(desk, SPANISH, subject, new Said("x", false)).get("product");
    }
}
