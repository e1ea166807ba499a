package org.ocsf4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that ran in this process: its exit code and what it wrote to standard output. */
public record Captured(int exit, String out) {

    /** Runs {@code ocsf arguments…}. */
    public static Captured run(List<String> arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int exit = Ocsf.execute(arguments.toArray(String[]::new));
            return new Captured(exit, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }
}
