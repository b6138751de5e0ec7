package dev.portico.portal.attachment.control;

import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;

/**
 * What a file is: its first bytes decide, its name refines.
 *
 * @param mediaType type and subtype, without parameters
 * @param forbidden whether it starts a program when opened
 */
record FileType(String mediaType, boolean forbidden) {
    /** How many bytes are enough. */
    static final int PREFIX = 64 * 1024;

    /** What a double click runs. Scripts that people send to explain a fault, such as .js, .sh and .sql, are welcome, and so are core dumps. */
    private static final Set<String> FORBIDDEN_EXTENSIONS = Set.of(
            "appx", "bat", "chm", "cmd", "com", "cpl", "dll", "exe", "hta", "inf", "jse", "lnk", "msc", "msi", "msix",
            "msp", "mst", "pif", "ps1", "psm1", "reg", "scf", "scr", "sct", "sys", "url", "vb", "vbe", "vbs", "wsc",
            "wsf", "wsh");

    private static final Set<String> FORBIDDEN_TYPES = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-ms-installer",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-mach-o-bundle",
            "application/x-mach-o-dylib",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/x-bat");

    private static final Tika TIKA = new Tika();

    static FileType of(byte[] prefix, String name) {
        var found = MediaType.parse(TIKA.detect(prefix, name)).getBaseType().toString();
        return new FileType(
                found, FORBIDDEN_TYPES.contains(found) || FORBIDDEN_EXTENSIONS.contains(FileName.extension(name)));
    }
}
