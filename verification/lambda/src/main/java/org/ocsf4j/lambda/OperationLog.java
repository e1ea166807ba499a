package org.ocsf4j.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Notes every operation that a process calls with the AWS SDK: {@code service operation version owner}, a line each, in the file that
 * {@value #FILE} names. The SDK finds it by {@value #RESOURCE} on the class path.
 */
public final class OperationLog implements ExecutionInterceptor {

    /** The environment variable. */
    static final String FILE = "OPERATION_LOG";

    private static final String RESOURCE = "software/amazon/awssdk/global/handlers/execution.interceptors";

    /** Puts it on a class path: into a folder of classes. */
    static void addTo(Path folder) throws IOException {
        Path resource = folder.resolve(RESOURCE);
        Files.createDirectories(resource.getParent());
        Files.writeString(resource, OperationLog.class.getName() + "\n");
        String name = OperationLog.class.getName().replace('.', '/') + ".class";
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = OperationLog.class.getResourceAsStream("OperationLog.class")) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            Files.copy(in, target);
        }
    }

    /**
     * One call.
     *
     * @param versioned whether it names an object's version
     * @param owned whether it says whose bucket it expects
     */
    record Call(String service, String operation, boolean versioned, boolean owned) {

        static Call parse(String line) {
            List<String> parts = Pattern.compile(" ").splitAsStream(line).toList();
            return new Call(
                    parts.get(0), parts.get(1), Boolean.parseBoolean(parts.get(2)), Boolean.parseBoolean(parts.get(3)));
        }
    }

    static List<Call> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Call::parse).distinct().toList();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        String line = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)
                + " " + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)
                + " " + request.getValueForField("VersionId", String.class).isPresent()
                + " "
                + request.getValueForField("ExpectedBucketOwner", String.class).isPresent()
                + "\n";
        try {
            Files.write(
                    Path.of(System.getenv().getOrDefault(FILE, "operations.log")),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
