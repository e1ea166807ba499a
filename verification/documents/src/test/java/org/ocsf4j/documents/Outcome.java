package org.ocsf4j.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ocsf4j.cli.Ocsf;

/**
 * What became of a command.
 *
 * @param exit its exit code
 * @param output what it wrote
 */
record Outcome(int exit, String output) {

    /** Of {@code ./ocsf arguments…}. */
    static Outcome of(List<String> arguments) throws IOException, InterruptedException {
        return writesToTheDescriptor(arguments) ? ofProcess(arguments) : inThisProcess(arguments);
    }

    /** Past {@code System.out}, which it closes: nothing for the process of a test. */
    private static boolean writesToTheDescriptor(List<String> arguments) {
        return arguments.get(0).equals("convert") && !arguments.contains("-o");
    }

    private static Outcome inThisProcess(List<String> arguments) {
        PrintStream outBefore = System.out;
        PrintStream errorsBefore = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            System.setErr(out);
            int exit = Ocsf.execute(arguments.toArray(String[]::new));
            return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errorsBefore);
        }
    }

    private static Outcome ofProcess(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Ocsf.class.getName()));
        command.addAll(arguments);
        return of(new ProcessBuilder(command));
    }

    static Outcome of(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
