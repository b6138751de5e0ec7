package dev.portico.systemtests.browser;

/** One of the portal's languages with the demonstration's customer who reads it. */
public enum Language {
    ENGLISH("en", "en-US", "acme-en", "initech-en", "umbrella-en"),
    SPANISH("es", "es-MX", "acme-es", "initech-es", "umbrella-es");

    private final String tag;
    private final String browserLocale;
    private final String acme;
    private final String initech;
    private final String umbrella;

    Language(String tag, String browserLocale, String acme, String initech, String umbrella) {
        this.tag = tag;
        this.browserLocale = browserLocale;
        this.acme = acme;
        this.initech = initech;
        this.umbrella = umbrella;
    }

    public String tag() {
        return tag;
    }

    String browserLocale() {
        return browserLocale;
    }

    /** Of the tenant {@code harmony}. */
    public String acme() {
        return acme;
    }

    public String acmeEmail() {
        return acme + "@acme.example";
    }

    /** Of the tenant {@code bmc}. */
    public String initech() {
        return initech;
    }

    /** Of the tenant {@code legacy}. */
    public String umbrella() {
        return umbrella;
    }

    /** The words that a reader of this language must see. */
    public String say(String english, String spanish) {
        return this == ENGLISH ? english : spanish;
    }

    public Language other() {
        return this == ENGLISH ? SPANISH : ENGLISH;
    }
}
