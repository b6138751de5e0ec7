package dev.portico.portal.mail.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.portal.mail.boundary.MailText.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {
    @Test
    void blankLinesPartParagraphsAndKeepTheirLines() {
        assertThat(MailText.paragraphs("Hello Ana,\n\nfirst\nsecond\n \nthird\n"))
                .containsExactly(
                        new Paragraph(false, List.of("Hello Ana,")),
                        new Paragraph(false, List.of("first", "second")),
                        new Paragraph(false, List.of("third")));
    }

    @Test
    void whatIsMarkedInEveryLineIsQuoted() {
        assertThat(MailText.paragraphs("> one\n> two\n\n> three\nfour"))
                .containsExactly(
                        new Paragraph(true, List.of("one", "two")), new Paragraph(false, List.of("> three", "four")));
    }

    @Test
    void nothingIsNoParagraph() {
        assertThat(MailText.paragraphs(" \n")).isEmpty();
    }
}
