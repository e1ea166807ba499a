package org.ocsf4j.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a child process has on its class path: no way carries the libraries of another. */
final class ClassPath {

    private static final Pattern OF_AVRO = Pattern.compile("(parquet-)?avro-.*|jackson-(databind|annotations)-.*");
    private static final Pattern OF_HADOOP = Pattern.compile("hadoop-client-runtime-.*|commons-.*");
    private static final Pattern OF_DUCKDB = Pattern.compile("duckdb_jdbc-.*");
    private static final Pattern OF_HARDWOOD = Pattern.compile("hardwood-.*");
    private static final Pattern OF_THE_RUNNER = Pattern.compile("ocsf-testkit-.*|jmh-.*|jopt-.*");

    private final Path java;
    private final List<String> entries;

    private ClassPath(Path java, List<String> entries) {
        this.java = java;
        this.entries = entries;
    }

    /** This process's class path and virtual machine. */
    static ClassPath whole() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ClassPath(
                java, List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)));
    }

    /** What one way needs. */
    static ClassPath of(Way way) {
        List<String> kept = new ArrayList<>();
        for (String entry : whole().entries) {
            if (isNeeded(Path.of(entry).getFileName().toString(), way)) {
                kept.add(entry);
            }
        }
        return new ClassPath(whole().java, kept);
    }

    private static boolean isNeeded(String jar, Way way) {
        if (OF_AVRO.matcher(jar).matches()) {
            return way == Way.AVRO || way == Way.AVRO_JSON;
        }
        if (OF_HADOOP.matcher(jar).matches()) {
            return way == Way.AVRO || way == Way.AVRO_JSON || way == Way.GROUP;
        }
        if (OF_DUCKDB.matcher(jar).matches()) {
            return way == Way.DUCKDB;
        }
        if (OF_HARDWOOD.matcher(jar).matches()) {
            return way == Way.HARDWOOD;
        }
        return !OF_THE_RUNNER.matcher(jar).matches();
    }

    /** Another virtual machine and one more entry. */
    ClassPath with(Path otherJava, Path entry) {
        List<String> more = new ArrayList<>(entries);
        more.add(entry.toString());
        return new ClassPath(otherJava, more);
    }

    /** The entries as the option {@code -cp} takes them. */
    String text() {
        return String.join(File.pathSeparator, entries);
    }

    /** The command that runs a class on it. */
    List<String> command(String mainClass, String... arguments) {
        return command(List.of(), mainClass, arguments);
    }

    /** The command that runs a class on it, with options of the virtual machine. */
    List<String> command(List<String> options, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(options);
        command.add("-cp");
        command.add(text());
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }
}
