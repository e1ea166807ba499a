package org.ocsf4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiles what reads with Hardwood, which the project's own compiler is too old for. */
final class Hardwood {

    private static final String SOURCE = "src/hardwood/java/org/ocsf4j/benchmarks/HardwoodConversion.java";

    private Hardwood() {}

    /** The class path and virtual machine of {@link Way#HARDWOOD}. */
    static ClassPath compile(Path jdk, Path module) throws IOException, InterruptedException {
        Path classes = module.resolve("target/hardwood-classes");
        Files.createDirectories(classes);
        ClassPath withoutIt = ClassPath.of(Way.HARDWOOD);
        List<String> command = List.of(
                jdk.resolve("bin/javac").toString(),
                "-d",
                classes.toString(),
                "-cp",
                withoutIt.text(),
                module.resolve(SOURCE).toString());
        Child compiler = Child.start("javac", module.resolve("target/logs"), command);
        compiler.end();
        return withoutIt.with(jdk.resolve("bin/java"), classes);
    }
}
