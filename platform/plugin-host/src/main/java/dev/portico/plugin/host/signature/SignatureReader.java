package dev.portico.plugin.host.signature;

import dev.portico.plugin.host.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * The JDK verifies what is signed; that everything is signed, by the same one, and that nothing which was signed has
 * gone, it leaves to its caller.
 */
final class SignatureReader {
    private static final Pattern SIGNATURE_FILE =
            Pattern.compile("META-INF/([^/]*)\\.(SF|RSA|DSA|EC)|META-INF/SIG-[^/]*");
    private static final String FOLDER = "META-INF/";
    private static final String SIGNATURE = ".SF";
    private static final int MOST_PROBLEMS = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<CodeSigner> signers = new HashSet<>();

    Signature read(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile(), true, ZipFile.OPEN_READ)) {
            var files = jar.stream().filter(entry -> !entry.isDirectory()).toList();
            var signatureFiles =
                    files.stream().filter(SignatureReader::ofSignature).toList();
            if (signatureFiles.isEmpty()) {
                return new Signature.Unsigned();
            }
            if (!holds(jar, signatureFiles.get(0))) {
                return new Signature.Invalid(List.of(Problem.of("plugin.problem.tampered", FOLDER)));
            }
            files.forEach(file -> verify(jar, file, signatureFiles));
            if (signers.isEmpty()) {
                // not one for each file of the jar
                problems.removeIf(problem -> problem.key().equals("plugin.problem.not-signed"));
            }
            checkSigners(signatureFiles);
            checkComplete(jar, files, signatureFiles);
            return problems.isEmpty()
                    ? new Signature.Signed(Signer.of(signers.iterator().next()))
                    : new Signature.Invalid(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
        }
    }

    private static boolean ofSignature(JarEntry entry) {
        return SIGNATURE_FILE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
    }

    /** Whatever is opened first makes the JDK compare the signature, its list of files and the manifest. */
    private static boolean holds(JarFile jar, JarEntry first) throws IOException {
        try (var content = jar.getInputStream(first)) {
            return content != null;
        } catch (SecurityException tampered) {
            return false;
        }
    }

    private void verify(JarFile jar, JarEntry entry, List<JarEntry> signatureFiles) {
        try (var content = jar.getInputStream(entry)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException | IOException tampered) {
            tell("plugin.problem.tampered", entry);
            return;
        }
        var own = entry.getCodeSigners();
        if (own != null) {
            signers.addAll(Arrays.asList(own));
        } else if (!signatureFiles.contains(entry) && !entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            tell("plugin.problem.not-signed", entry);
        }
    }

    private void checkSigners(List<JarEntry> signatureFiles) {
        if (signers.size() > 1 || signatureFiles.size() > 2) {
            problems.add(Problem.of("plugin.problem.several-signers", ""));
        } else if (signers.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of("plugin.problem.signature-of-no-use", ""));
        }
    }

    /** What the signer listed is there: the JDK does not miss a file that was taken out. */
    private void checkComplete(JarFile jar, List<JarEntry> files, List<JarEntry> signatureFiles) throws IOException {
        var names = new HashSet<String>();
        files.forEach(file -> names.add(file.getName()));
        for (var file : signatureFiles) {
            if (file.getName().toUpperCase(Locale.ROOT).endsWith(SIGNATURE)) {
                try (var content = jar.getInputStream(file)) {
                    new Manifest(content)
                            .getEntries().keySet().stream()
                                    .filter(name -> !names.contains(name))
                                    .sorted()
                                    .forEach(name -> problems.add(Problem.of("plugin.problem.signed-and-gone", name)));
                }
            }
        }
    }

    private void tell(String key, JarEntry entry) {
        problems.add(Problem.of(key, entry.getName()));
    }
}
