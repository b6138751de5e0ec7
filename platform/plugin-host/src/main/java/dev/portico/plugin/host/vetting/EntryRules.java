package dev.portico.plugin.host.vetting;

import dev.portico.plugin.host.Problem;
import dev.portico.plugin.host.SharedPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** What must not be in a plugin's jar: other archives, native code, and what would stand in for the portal's or the JDK's. */
record EntryRules(String name, byte[] content, List<Problem> problems) {
    private static final String SERVICES = "META-INF/services/";
    private static final String CLASS = ".class";
    private static final int CLASS_MAGIC = 0xCAFEBABE;
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|ear|rar|zip|jmod)");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|exe)|.*\\.so\\.[\\d.]+");
    private static final int ZIP_MAGIC = 0x504B0304;
    private static final int ELF = 0x7F454C46;
    private static final Set<Integer> MACH_O = Set.of(0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE, CLASS_MAGIC);
    private static final int PE_OFFSET_AT = 0x3C;

    void check() {
        var lower = name.toLowerCase(Locale.ROOT);
        // the JDK takes these in whatever case they are written
        if (lower.startsWith("meta-inf/versions/")) {
            tell("plugin.problem.versions");
        } else if (lower.startsWith(SERVICES.toLowerCase(Locale.ROOT))) {
            checkService(name.substring(SERVICES.length()));
        } else if (lower.equals("meta-inf/index.list")) {
            tell("plugin.problem.class-path");
        } else if (lower.equals("meta-inf/manifest.mf")) {
            checkManifest();
        }
        if (name.endsWith(CLASS)) {
            checkClass();
        } else if (ARCHIVE.matcher(lower).matches() || magic() == ZIP_MAGIC) {
            tell("plugin.problem.nested");
        } else if (NATIVE.matcher(lower).matches() || program()) {
            tell("plugin.problem.native");
        }
    }

    private void checkService(String service) {
        if (SharedPackages.forbidden(service)) {
            tell("plugin.problem.service");
        }
    }

    private void checkClass() {
        if (magic() != CLASS_MAGIC) {
            tell("plugin.problem.no-class");
        }
        if (SharedPackages.forbidden(
                name.substring(0, name.length() - CLASS.length()).replace('/', '.'))) {
            tell("plugin.problem.shadows");
        }
    }

    private void checkManifest() {
        try {
            var main = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
            if (main.containsKey(Attributes.Name.CLASS_PATH)) {
                tell("plugin.problem.class-path");
            }
        } catch (IOException malformed) {
            tell("plugin.problem.malformed-manifest");
        }
    }

    private int magic() {
        return content.length < Integer.BYTES ? 0 : ByteBuffer.wrap(content).getInt();
    }

    private boolean program() {
        return magic() == ELF || MACH_O.contains(magic()) || windowsProgram();
    }

    private boolean windowsProgram() {
        if (content.length < PE_OFFSET_AT + Integer.BYTES || content[0] != 'M' || content[1] != 'Z') {
            return false;
        }
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getInt(PE_OFFSET_AT);
        return header >= 0 && header + Integer.BYTES <= content.length && bytes.getInt(header) == 'P' + ('E' << 8);
    }

    private void tell(String key) {
        problems.add(Problem.of(key, name));
    }
}
