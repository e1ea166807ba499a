package org.ocsf4j.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every single measurement, for whoever wants to compute something else. */
final class JsonReport {

    private record Entry(String part, String way, String input, Measured measured) {}

    private record InputEntry(Input input, long jsonBytes) {}

    private record GainEntry(String input, TwoThreads.Gain gain) {}

    private final List<InputEntry> inputs = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<GainEntry> gains = new ArrayList<>();

    void input(Input input, long jsonBytes) {
        inputs.add(new InputEntry(input, jsonBytes));
    }

    void figures(String part, Figures figures, List<Input> measuredInputs) {
        for (Way way : Way.values()) {
            for (Input input : measuredInputs) {
                measured(part, way.key(), input.name(), figures.of(way, input));
            }
        }
    }

    void measured(String part, String way, String input, List<Measured> measured) {
        measured.forEach(one -> entries.add(new Entry(part, way, input, one)));
    }

    void gain(Input input, TwoThreads.Gain gain) {
        gains.add(new GainEntry(input.name(), gain));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newOutputStream(file))) {
            json.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("java", Runtime.version().toString());
            json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
            json.writeArrayFieldStart("inputs");
            for (InputEntry entry : inputs) {
                json.writeStartObject();
                json.writeStringField("name", entry.input.name());
                json.writeNumberField("rows", entry.input.rows());
                json.writeNumberField("fileBytes", entry.input.fileBytes());
                json.writeNumberField("jsonBytes", entry.jsonBytes);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("measured");
            for (Entry entry : entries) {
                write(entry, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("twoThreads");
            for (GainEntry entry : gains) {
                json.writeStartObject();
                json.writeStringField("input", entry.input);
                json.writeNumberField("byClock", entry.gain.byClock());
                json.writeNumberField("byCpu", entry.gain.byCpu());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("part", entry.part);
        json.writeStringField("way", entry.way);
        json.writeStringField("input", entry.input);
        json.writeNumberField("rows", entry.measured.rows());
        json.writeNumberField("jsonBytes", entry.measured.jsonBytes());
        json.writeNumberField("wallNanos", entry.measured.wallNanos());
        json.writeNumberField("threadNanos", entry.measured.threadNanos());
        json.writeNumberField("processNanos", entry.measured.processNanos());
        json.writeNumberField("allocatedBytes", entry.measured.allocatedBytes());
        json.writeNumberField("totalNanos", entry.measured.totalNanos());
        json.writeNumberField("peakBytes", entry.measured.peakBytes());
        json.writeEndObject();
    }
}
