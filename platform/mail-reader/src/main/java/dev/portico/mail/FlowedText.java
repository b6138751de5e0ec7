package dev.portico.mail;

/** Joins the lines of format=flowed (RFC 3676): a line that ends with a space goes on in the next of its depth. */
final class FlowedText {

    private FlowedText() {}

    static String unflow(String text, boolean deleteSpace) {
        var joined = new StringBuilder(text.length());
        var flowing = -1;
        var first = true;
        for (var line : text.split("\n", -1)) {
            var depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            var content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            var delimiter = content.equals("-- ");
            if (flowing != depth || delimiter) {
                joined.append(first ? "" : "\n").append(depth == 0 ? "" : ">".repeat(depth) + " ");
            }
            var flows = content.endsWith(" ") && !delimiter;
            joined.append(flows && deleteSpace ? content.substring(0, content.length() - 1) : content);
            flowing = flows ? depth : -1;
            first = false;
        }
        return joined.toString();
    }
}
