package org.ocsf4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every Java example in the documents compiles against the modules as they are. */
final class JavaExamplesTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("^final class (\\w+)", Pattern.MULTILINE);

    private final Path folder;

    JavaExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    List<DynamicTest> compile() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : Checkout.documents()) {
            pages.append(Files.readString(page));
        }
        List<DynamicTest> tests = new ArrayList<>();
        Matcher blocks = JAVA_BLOCK.matcher(pages);
        while (blocks.find()) {
            String source = blocks.group(1);
            Matcher name = CLASS_NAME.matcher(source);
            assertThat(name.find())
                    .as("an example is a final class: %s", source)
                    .isTrue();
            tests.add(DynamicTest.dynamicTest(name.group(1), () -> compile(name.group(1), source)));
        }
        assertThat(tests)
                .as("the wiring, a sink, transforms, typed events, metrics, AWS")
                .hasSizeGreaterThanOrEqualTo(12);
        return tests;
    }

    private void compile(String name, String source) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path", ""));
        boolean compiled = javac.getTask(messages, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }
}
