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
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The JDK verifies what is signed; that everything is signed, by the same one, and that nothing which was signed has
 * gone, it leaves to its caller.
 */
final class SignatureReader {
    private static final Pattern SIGNATURE_FILE =
            Pattern.compile("META-INF/([^/]*)\\.(SF|RSA|DSA|EC)|META-INF/SIG-[^/]*");
    private static final String FOLDER = "META-INF/";
    private static final String LIST = ".SF";
    private static final int FILES_OF_A_SIGNER = 2;
    private static final int MOST_PROBLEMS = 200;

    private final List<Problem> tampered = new ArrayList<>();
    private final List<Problem> unsigned = new ArrayList<>();
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
                return invalid(List.of(Problem.of("plugin.problem.tampered", FOLDER)));
            }
            files.forEach(file -> verify(jar, file, signatureFiles));
            if (signers.isEmpty()) {
                return invalid(
                        tampered.isEmpty() ? List.of(Problem.of("plugin.problem.signature-of-no-use", "")) : tampered);
            }
            if (signers.size() > 1 || signatureFiles.size() > FILES_OF_A_SIGNER) {
                return invalid(List.of(Problem.of("plugin.problem.several-signers", "")));
            }
            var problems = Stream.of(tampered, unsigned, gone(jar, files, signatureFiles))
                    .flatMap(List::stream)
                    .toList();
            return problems.isEmpty()
                    ? new Signature.Signed(Signer.of(signers.iterator().next()))
                    : invalid(problems);
        }
    }

    private static Signature invalid(List<Problem> problems) {
        return new Signature.Invalid(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    }

    private static boolean ofSignature(JarEntry entry) {
        return SIGNATURE_FILE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
    }

    /** Whatever is opened first makes the JDK compare the signature, its list of files and the manifest. */
    private static boolean holds(JarFile jar, JarEntry first) {
        try (var content = jar.getInputStream(first)) {
            return content != null;
        } catch (SecurityException | IOException mismatch) {
            return false;
        }
    }

    private void verify(JarFile jar, JarEntry entry, List<JarEntry> signatureFiles) {
        try (var content = jar.getInputStream(entry)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException | IOException mismatch) {
            tampered.add(Problem.of("plugin.problem.tampered", entry.getName()));
            return;
        }
        var own = entry.getCodeSigners();
        if (own != null) {
            signers.addAll(Arrays.asList(own));
        } else if (!signatureFiles.contains(entry) && !entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
            unsigned.add(Problem.of("plugin.problem.not-signed", entry.getName()));
        }
    }

    /** What the signer listed and is not there: the JDK does not miss a file that was taken out. */
    private static List<Problem> gone(JarFile jar, List<JarEntry> files, List<JarEntry> signatureFiles)
            throws IOException {
        var names = files.stream().map(JarEntry::getName).collect(Collectors.toSet());
        var gone = new TreeSet<String>();
        for (var file : signatureFiles) {
            if (file.getName().toUpperCase(Locale.ROOT).endsWith(LIST)) {
                try (var content = jar.getInputStream(file)) {
                    gone.addAll(new Manifest(content).getEntries().keySet());
                }
            }
        }
        gone.removeAll(names);
        return gone.stream()
                .map(name -> Problem.of("plugin.problem.signed-and-gone", name))
                .toList();
    }
}
