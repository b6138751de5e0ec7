package dev.portico.mail;

import dev.portico.i18n.Languages;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognizes English and Spanish by their small words, which no text of some length goes without. */
final class Language {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int READ = 5_000;

    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "is", "are", "was", "were", "been", "have", "has", "had", "not", "this", "that", "these",
            "with", "from", "for", "you", "your", "we", "our", "it", "its", "they", "when", "what", "which", "where",
            "how", "would", "could", "should", "can", "cannot", "please", "thanks", "thank", "hello", "hi", "dear",
            "regards", "since", "after", "but", "there", "does", "did", "will", "any", "still", "works", "working",
            "want", "need", "my", "i", "to", "of", "be", "an", "at", "by");

    private static final Set<String> SPANISH = Set.of(
            "el",
            "los",
            "las",
            "y",
            "del",
            "una",
            "unos",
            "unas",
            "con",
            "por",
            "pero",
            "como",
            "más",
            "muy",
            "está",
            "están",
            "estoy",
            "estamos",
            "hola",
            "gracias",
            "buenos",
            "buenas",
            "buen",
            "días",
            "tardes",
            "usted",
            "ustedes",
            "hay",
            "cuando",
            "cuándo",
            "donde",
            "desde",
            "hasta",
            "hemos",
            "tenemos",
            "tengo",
            "tiene",
            "puedo",
            "puede",
            "pueden",
            "podemos",
            "podría",
            "cómo",
            "qué",
            "también",
            "sólo",
            "saludos",
            "necesito",
            "necesitamos",
            "favor",
            "ayuda",
            "cordial",
            "estimado",
            "estimada",
            "estimados",
            "después",
            "antes",
            "ahora",
            "hoy",
            "ayer",
            "nuestro",
            "nuestra",
            "aparece",
            "funciona",
            "sigue",
            "sin",
            "sobre",
            "esto",
            "este",
            "esta",
            "ese",
            "eso",
            "quiero",
            "quisiera",
            "ya",
            "sí",
            "aún",
            "mismo",
            "ha",
            "al",
            "lo",
            "es");

    /** Neighbours, which share words with both. */
    private static final Set<String> OTHER = Set.of(
            "não",
            "você",
            "vocês",
            "com",
            "os",
            "em",
            "uma",
            "obrigado",
            "obrigada",
            "ao",
            "é",
            "são",
            "mais",
            "muito",
            "já",
            "le",
            "les",
            "des",
            "et",
            "est",
            "vous",
            "nous",
            "je",
            "il",
            "dans",
            "pour",
            "avec",
            "pas",
            "sur",
            "bonjour",
            "merci",
            "che",
            "di",
            "sono",
            "grazie",
            "della",
            "è",
            "gli",
            "non",
            "ciao",
            "und",
            "der",
            "die",
            "das",
            "ist",
            "nicht",
            "wir",
            "ich",
            "mit",
            "von",
            "bitte",
            "amb",
            "els",
            "és");

    private Language() {}

    /** Empty where two words more or less could tip the balance. */
    static Optional<Locale> of(String text) {
        var english = 0;
        var spanish = text.indexOf('¿') >= 0 || text.indexOf('¡') >= 0 ? 1 : 0;
        var other = 0;
        var words = WORD.matcher(PlainText.cut(text, READ).toLowerCase(Locale.ROOT));
        while (words.find()) {
            var word = words.group();
            english += ENGLISH.contains(word) ? 1 : 0;
            spanish += SPANISH.contains(word) || word.indexOf('ñ') >= 0 ? 1 : 0;
            other += OTHER.contains(word) ? 1 : 0;
        }
        if (isSure(english, spanish, other)) {
            return Optional.of(Languages.ENGLISH);
        }
        return isSure(spanish, english, other) ? Optional.of(Languages.SPANISH) : Optional.empty();
    }

    private static boolean isSure(int words, int against, int other) {
        return words >= 2 && words >= 2 * (against + other) + 1 && words >= against + other + 2;
    }
}
