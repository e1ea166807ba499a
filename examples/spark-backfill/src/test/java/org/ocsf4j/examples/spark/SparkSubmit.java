package org.ocsf4j.examples.spark;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocsf4j.testkit.server.SparkHome;

/** The application as {@code spark-submit} starts it: Spark's launcher makes the command, with the flags that its Java needs. */
final class SparkSubmit implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 10;
    private static final String JAVA =
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString();

    private final Process process;
    private final Path out;
    private final Path err;

    private SparkSubmit(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static SparkSubmit start(Path folder, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        Path home = SparkHome.resolve(property("spark.home.version"), property("spark.home.scala"));
        List<String> submit = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
        submit.addAll(options);
        submit.addAll(List.of("--class", "org.ocsf4j.examples.spark.SparkBackfill", property("spark.application")));
        submit.addAll(arguments);

        Path out = Files.createTempFile(folder, "spark-", ".out");
        Path err = Files.createTempFile(folder, "spark-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command(home, submit))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        surroundings(builder, home).putAll(environment);
        return new SparkSubmit(builder.start(), out, err);
    }

    /** What {@code bin/spark-class} does: the launcher prints the command, its words separated by zero bytes. */
    private static List<String> command(Path home, List<String> submit) throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>(List.of(
                JAVA, "-XX:+UseSerialGC", "-cp", home.resolve("jars") + "/*", "org.apache.spark.launcher.Main"));
        launcher.addAll(submit);
        ProcessBuilder builder = new ProcessBuilder(launcher).redirectError(ProcessBuilder.Redirect.INHERIT);
        surroundings(builder, home);
        Process process = builder.start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.getInputStream().transferTo(printed);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the launcher refuses; " + printed.toString(StandardCharsets.UTF_8));
        }
        Matcher words = Pattern.compile("[^\0\n]+").matcher(printed.toString(StandardCharsets.UTF_8));
        return words.results().map(word -> word.group()).toList();
    }

    private static Map<String, String> surroundings(ProcessBuilder builder, Path home) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPARK_"));
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", property("spark.home.scala"));
        environment.put("JAVA_HOME", System.getProperty("java.home", ""));
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_HOSTNAME", "localhost");
        return environment;
    }

    static String testClasses() {
        return new File(SparkSubmit.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the build sets " + name + "; run this test by Maven");
        }
        return value;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the application did not end; " + err());
        }
        return process.exitValue();
    }

    /** The processes of executors that are alive; there are none in local mode. */
    List<ProcessHandle> executors() {
        return process.descendants()
                .filter(child -> child.info().arguments().map(List::of).orElse(List.of()).stream()
                        .anyMatch(word -> word.endsWith("CoarseGrainedExecutorBackend")))
                .toList();
    }

    /** The number before or behind these words of standard output. */
    long number(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(out());
        if (!found.find()) {
            throw new IllegalStateException("there is no " + pattern + " in " + out() + err());
        }
        return Long.parseLong(found.group(1));
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** With all that it started. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
