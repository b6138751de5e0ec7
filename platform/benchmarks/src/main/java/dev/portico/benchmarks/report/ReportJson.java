package dev.portico.benchmarks.report;

import dev.portico.benchmarks.machine.Machine;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A report as a file. Units are in the names: ms, seconds, bytes, kB. */
public final class ReportJson {
    private ReportJson() {}

    public static void write(Report report, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createWriter(Files.newBufferedWriter(file))) {
                writer.writeObject(json(report));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Report read(Path file) {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return report(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(Report report) {
        var memory = Json.createObjectBuilder();
        report.memory().forEach(memory::add);
        var json = Json.createObjectBuilder()
                .add("date", report.date().toString())
                .add("machine", machine(report.machine()))
                .add("cases", report.cases())
                .add("secondsOfEach", report.seconds())
                .add("figures", array(report.figures(), ReportJson::figure))
                .add("memoryBytes", memory)
                .add("starts", array(report.starts(), ReportJson::start))
                .add("pageWeights", array(report.weights(), ReportJson::weight));
        report.commit().ifPresent(commit -> json.add("commit", commit));
        report.growth().ifPresent(growth -> json.add("listGrowth", growth(growth)));
        return json.build();
    }

    private static Report report(JsonObject json) {
        var memory = new TreeMap<String, Long>();
        json.getJsonObject("memoryBytes")
                .keySet()
                .forEach(process -> memory.put(
                        process,
                        json.getJsonObject("memoryBytes").getJsonNumber(process).longValue()));
        return new Report(
                Instant.parse(json.getString("date")),
                json.containsKey("commit") ? Optional.of(json.getString("commit")) : Optional.empty(),
                machine(json.getJsonObject("machine")),
                json.getInt("cases"),
                number(json, "secondsOfEach"),
                list(json, "figures", ReportJson::figure),
                memory,
                list(json, "starts", ReportJson::start),
                list(json, "pageWeights", ReportJson::weight),
                json.containsKey("listGrowth")
                        ? Optional.of(growth(json.getJsonObject("listGrowth")))
                        : Optional.empty());
    }

    private static JsonObjectBuilder machine(Machine machine) {
        return Json.createObjectBuilder()
                .add("processor", machine.processor())
                .add("cores", machine.cores())
                .add("memoryBytes", machine.memory())
                .add("system", machine.system())
                .add("jdk", machine.jdk());
    }

    private static Machine machine(JsonObject json) {
        return new Machine(
                json.getString("processor"),
                json.getInt("cores"),
                json.getJsonNumber("memoryBytes").longValue(),
                json.getString("system"),
                json.getString("jdk"));
    }

    private static JsonObjectBuilder figure(Figure figure) {
        return Json.createObjectBuilder()
                .add("scenario", figure.scenario())
                .add("users", figure.users())
                .add("rounds", figure.rounds())
                .add("perSecond", rounded(figure.perSecond()))
                .add("p50Ms", rounded(figure.p50()))
                .add("p95Ms", rounded(figure.p95()))
                .add("cpuMs", rounded(figure.cpu()))
                .add("portalCpuMs", rounded(figure.portalCpu()))
                .add("databaseCpuMs", rounded(figure.databaseCpu()))
                .add("compiling", rounded(figure.compiling()))
                .add("statements", figure.statements())
                .add("otherCores", rounded(figure.otherCores()));
    }

    private static Figure figure(JsonObject json) {
        return new Figure(
                json.getString("scenario"),
                json.getInt("users"),
                json.getInt("rounds"),
                number(json, "perSecond"),
                number(json, "p50Ms"),
                number(json, "p95Ms"),
                number(json, "portalCpuMs"),
                number(json, "databaseCpuMs"),
                number(json, "compiling"),
                json.getJsonNumber("statements").longValue(),
                number(json, "otherCores"));
    }

    private static JsonObjectBuilder start(Start start) {
        return Json.createObjectBuilder()
                .add("kind", start.kind())
                .add("seconds", rounded(start.seconds()))
                .add("cpuSeconds", rounded(start.cpu()))
                .add("otherCores", rounded(start.otherCores()));
    }

    private static Start start(JsonObject json) {
        return new Start(
                json.getString("kind"),
                number(json, "seconds"),
                number(json, "cpuSeconds"),
                number(json, "otherCores"));
    }

    private static JsonObjectBuilder weight(Weight weight) {
        return Json.createObjectBuilder()
                .add("page", weight.page())
                .add("cache", weight.cache())
                .add("requests", weight.requests())
                .add("kB", rounded(weight.kilobytes()));
    }

    private static Weight weight(JsonObject json) {
        return new Weight(json.getString("page"), json.getString("cache"), json.getInt("requests"), number(json, "kB"));
    }

    private static JsonObjectBuilder growth(Growth growth) {
        return Json.createObjectBuilder()
                .add("fewCases", growth.few())
                .add("cpuMsWithFew", rounded(growth.cpuWithFew()))
                .add("manyCases", growth.many())
                .add("cpuMsWithMany", rounded(growth.cpuWithMany()))
                .add("percent", rounded(growth.percent()));
    }

    private static Growth growth(JsonObject json) {
        return new Growth(
                json.getInt("fewCases"),
                number(json, "cpuMsWithFew"),
                json.getInt("manyCases"),
                number(json, "cpuMsWithMany"));
    }

    private static <T> JsonArrayBuilder array(Collection<T> items, Function<T, JsonObjectBuilder> json) {
        var array = Json.createArrayBuilder();
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> item) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(item)
                .toList();
    }

    private static double number(JsonObject json, String name) {
        return json.getJsonNumber(name).doubleValue();
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
