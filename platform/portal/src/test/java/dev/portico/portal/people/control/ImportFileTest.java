package dev.portico.portal.people.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portico.portal.account.entity.Organization;
import dev.portico.portal.failure.FieldProblem;
import dev.portico.portal.failure.PortalException;
import dev.portico.portal.people.control.ImportRow.Outcome;
import dev.portico.portal.people.control.ImportStore.Holder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    @Test
    void columnsAreKnownByTheirNamesInBothLanguagesAndInAnyOrder() {
        var english = read("E-mail,Notes,Last name,Company,Time Zone,First name,Contact manager\n"
                + "a@b.example,x,Ríos,Acme,America/Bogota,Eva,yes");
        var spanish = read("Apellidos;Nombre;Correo electrónico;Organización;Zona horaria;Responsable de contactos\n"
                + "Ríos;Eva;a@b.example;Acme;America/Bogota;Sí");
        assertThat(english).isEqualTo(spanish);
        assertThat(english.get(0).manager()).isTrue();
        assertThat(english.get(0).authorized()).isTrue();
        assertThat(english.get(0).sees()).isEmpty();
        assertThat(english.get(0).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource({"Español, es", "spanish, es", "es-MX, es", "EN_us, en", "inglés, en", "İngilizce, ingilizce", "'', en"})
    void languagesAreNamesOrTags(String written, String tag) {
        var rows = read("Nombre;Apellidos;Correo;Idioma\nEva;Ríos;a@b.example;" + written);
        assertThat(rows.get(0).language()).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "'', people.import.problem.empty",
        "'Nombre,Apellidos,Correo', people.import.problem.empty",
        "'Nombre,Apellidos\nEva,Ríos', people.import.problem.columns",
        "'a,b,c\n1,2,3', people.import.problem.columns"
    })
    void aFileThatIsNoListOfPeopleIsRefused(String text, String key) {
        var refused = catchThrowableOfType(PortalException.class, () -> read(text));
        assertThat(refused.fields()).containsExactly(new FieldProblem("file", key));
    }

    @Test
    void aFileIsNotEndless() {
        var text = "Nombre,Apellidos,Correo\n" + "Eva,Ríos,a@b.example\n".repeat(ImportFile.MOST_ROWS + 1);
        var refused = catchThrowableOfType(PortalException.class, () -> read(text));
        assertThat(refused.fields()).extracting(FieldProblem::key).containsExactly("people.import.problem.long");
    }

    @Test
    void eachRowIsToldWhatWouldBecomeOfIt() {
        var rows = check("Given name,Family name,Email,Organization\n"
                + "Eva,Ríos,eva@acme.example,ACME\n"
                + "Eva,Ríos,EVA@acme.example,Acme\n"
                + "Old,Friend,old@acme.example,Acme\n"
                + "Old,Fiend,OLD2@acme.example,Acme\n"
                + "Sam,Lee,sam@globex.example,Globex\n"
                + "Sam,,sam2,Globex");
        assertThat(rows)
                .extracting(ImportRow::outcome)
                .containsExactly(
                        Outcome.NEW,
                        Outcome.PROBLEM,
                        Outcome.KNOWN,
                        Outcome.DIFFERENT,
                        Outcome.NEW_ORGANIZATION,
                        Outcome.PROBLEM);
        assertThat(rows.get(1).problems())
                .containsExactly(new FieldProblem("email", "people.import.problem.twice", Map.of("line", 2L)));
        assertThat(rows.get(2).subject()).contains("1");
        assertThat(rows.get(5).problems()).extracting(FieldProblem::field).containsExactly("family-name", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "-", "2"})
    void whatIsNeitherYesNorNoIsNotGuessed(String written) {
        var rows = check("Nombre,Apellidos,Correo,Autorizado\nEva,Ríos,eva@acme.example," + written);
        assertThat(rows.get(0).outcome()).isEqualTo(Outcome.PROBLEM);
        assertThat(rows.get(0).problems()).extracting(FieldProblem::field).containsExactly("authorized");
    }

    @Test
    void problemsAreKeptAsTheyAre() {
        var problems = List.of(
                new FieldProblem("email", "people.import.problem.twice", Map.of("line", 2L)),
                new FieldProblem("authorized", "people.import.problem.yes-no", Map.of("text", "«\"tal vez»")));
        assertThat(StoredProblems.read(StoredProblems.write(problems))).isEqualTo(problems);
    }

    private static List<ImportRow> read(String text) {
        return ImportFile.read(text.getBytes(StandardCharsets.UTF_8), "en", "America/Bogota");
    }

    private static List<ImportRow> check(String text) {
        var acme = new Organization("acme", "Acme", Instant.EPOCH);
        var holders = Map.of(
                "old@acme.example", new Holder("1", "Old Friend", "acme"),
                "old2@acme.example", new Holder("2", "Old Friend", "acme"));
        return new RowRules(LANGUAGES, Map.of("acme", acme), holders).check(read(text));
    }

    @Test
    void aNewPersonSeesWhatTheOrganizationAgreedUnlessTheFileSaysOtherwise() {
        var row = read("Nombre,Apellidos,Correo,Ve la organización\nEva,Ríos,a@b.example,no")
                .get(0);
        assertThat(row.sees()).isEqualTo(Optional.of(false));
        assertThat(row.form("acme", true).grants().seesOrganization()).isFalse();
        var open = read("Nombre,Apellidos,Correo\nEva,Ríos,a@b.example").get(0);
        assertThat(open.form("acme", true).grants().seesOrganization()).isTrue();
    }
}
