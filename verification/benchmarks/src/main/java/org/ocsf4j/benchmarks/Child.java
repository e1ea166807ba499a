package org.ocsf4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that is asked and answers by lines. Its stderr is kept in a file. */
final class Child implements AutoCloseable {

    private final String name;
    private final Path log;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.requests = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(String name, Path folder, List<String> command) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve(name + ".log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new Child(name, log, process);
    }

    /** Asks for a conversion by each of so many threads and waits for what it took. */
    Measured convert(Source source, int threads) throws IOException {
        requests.write(threads + " " + source.jsonBytes() + " " + source.file() + "\n");
        requests.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Measured.MARK)) {
                return Measured.parse(line);
            }
        }
        throw new IOException("[" + name + "] the process ended without an answer; read " + log);
    }

    /** Lets it end by itself. */
    void end() throws IOException, InterruptedException {
        requests.close();
        for (@Nullable String line = answers.readLine(); line != null; ) {
            line = answers.readLine();
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("[" + name + "] the process failed with exit code " + code + "; read " + log);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
