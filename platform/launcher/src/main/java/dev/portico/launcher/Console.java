package dev.portico.launcher;

import dev.portico.launcher.keycloak.DemoAccount;
import dev.portico.launcher.keycloak.DemoRealms;
import dev.portico.launcher.process.LaunchException;
import dev.portico.launcher.process.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a person at a terminal how the start goes. */
final class Console implements ProgressListener {
    private static final String DRAWN = "…✓✗│─┌┐└┘";
    private static final String TYPED = ".*x|-++++";

    private final PrintStream out;
    private final boolean draws;
    private final long start = System.nanoTime();

    Console(PrintStream out, Charset charset) {
        this.out = out;
        this.draws = charset.newEncoder().canEncode(DRAWN);
    }

    /**
     * Writes to the terminal itself. Maven puts a stream of its own before it, which throws when its process ends, just
     * when the stack has to be stopped.
     */
    static Console terminal() {
        var charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset), charset);
    }

    @Override
    public void began(String step) {
        line("… " + step);
    }

    @Override
    public void finished(String step, Duration took) {
        line("✓ " + step + String.format(Locale.ROOT, " (%.1f s)", took.toMillis() / 1000.0));
    }

    @Override
    public void warned(String warning) {
        line("! " + warning);
    }

    void failed(LaunchException failure) {
        print("");
        print("✗ " + failure.getMessage());
        print("");
    }

    private void line(String words) {
        var elapsed = (System.nanoTime() - start) / 1_000_000 / 1000.0;
        print(String.format(Locale.ROOT, "%6.1f s  %s", elapsed, words));
    }

    private void print(String line) {
        out.println(draws ? line : typed(line));
    }

    private static String typed(String line) {
        var typed = line;
        for (var i = 0; i < DRAWN.length(); i++) {
            typed = typed.replace(DRAWN.charAt(i), TYPED.charAt(i));
        }
        return typed;
    }

    void welcome(Stack stack) {
        var lines = new ArrayList<String>();
        lines.add(Texts.get("welcome.title"));
        lines.add("");
        lines.add(Texts.get("welcome.portal", stack.portalUrl()));
        lines.add(Texts.get("welcome.mail", stack.mailPageUrl()));
        lines.add(Texts.get("welcome.support", stack.settings().ports().smtp(), Stack.supportAddress("harmony")));
        lines.add(Texts.get("welcome.keycloak", stack.keycloakUrl()));
        lines.add(Texts.get("welcome.database", stack.jdbcUrl()));
        lines.add("");
        lines.add(Texts.get("welcome.accounts", DemoAccount.PASSWORD));
        lines.addAll(accounts(stack));
        lines.add("");
        lines.add(Texts.get("welcome.data", stack.settings().data()));
        lines.add(Texts.get("welcome.stop"));
        print("");
        box(lines).forEach(this::print);
        print("");
    }

    private static List<String> accounts(Stack stack) {
        var realms = new DemoRealms();
        var byRealm = realms.accounts().stream()
                .collect(Collectors.groupingBy(
                        DemoAccount::realm, Collectors.mapping(DemoAccount::account, Collectors.joining(", "))));
        return realms.names().stream()
                .map(realm -> String.format(
                        Locale.ROOT,
                        "  %-42s %s",
                        stack.portalUrl() + "/" + realm,
                        byRealm.getOrDefault(realm, Texts.get("welcome.no-accounts"))))
                .toList();
    }

    private static List<String> box(List<String> lines) {
        var width = lines.stream().mapToInt(String::length).max().orElse(0);
        var boxed = new ArrayList<String>();
        boxed.add("┌─" + "─".repeat(width) + "─┐");
        lines.forEach(line -> boxed.add("│ " + line + " ".repeat(width - line.length()) + " │"));
        boxed.add("└─" + "─".repeat(width) + "─┘");
        return boxed;
    }
}
