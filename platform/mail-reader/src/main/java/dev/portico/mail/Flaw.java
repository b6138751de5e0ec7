package dev.portico.mail;

/** What was not in order in a message, which was read all the same. */
public enum Flaw {
    /** Reading failed for a reason nobody has thought of; the text is the raw message's. */
    UNREADABLE,
    /** The parts are not delimited as declared; what can be told apart was read. */
    STRUCTURE,
    /** Headers over the limit were left out. */
    HEADERS_CUT,
    /** Parts over the limit were left out. */
    PARTS_LEFT_OUT,
    /** Parts nested over the limit are attached as one file. */
    NESTED_TOO_DEEP,
    /** Files over the limit were left out. */
    FILES_LEFT_OUT,
    /** The text ends where the limit was reached. */
    TEXT_CUT,
    /** The charset of a text is not declared or not known; it was guessed. */
    CHARSET_UNKNOWN,
    /** The text is not in the charset that is declared; it was read in another. */
    CHARSET_WRONG,
    /** A header is neither ASCII nor UTF-8; its charset was guessed. */
    HEADER_CHARSET,
    /** An unknown transfer encoding; the content is as it came. */
    TRANSFER_ENCODING,
    /** Not exactly one sender; the mail has none. */
    SENDER,
    /** Something that stands for an address is none; it was left out. */
    ADDRESS,
    /** No date, or none that can be. */
    DATE,
    /** No Message-ID, several, or none that can be. */
    MESSAGE_ID,
    /** A winmail.dat that could not be opened, or not to its end. */
    TNEF,
    /** Encrypted; attached as it came. */
    ENCRYPTED
}
