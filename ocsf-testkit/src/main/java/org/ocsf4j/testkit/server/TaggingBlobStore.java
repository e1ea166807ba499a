package org.ocsf4j.testkit.server;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * s3proxy's store of files, with an entity tag on every file before it is read or listed.
 *
 * <p>s3proxy keeps the tag in an extended attribute that it writes on PUT, and gives a file without one no tag at all. So
 * a file that was copied into the folder is tagged here, at the first request that touches it.
 */
final class TaggingBlobStore implements InvocationHandler {

    /** s3proxy's folders for the parts of unfinished uploads. */
    private static final String PARTS_PREFIX = ".mpus-";

    private final Object files;
    private final Path dataDir;

    TaggingBlobStore(Object files, Path dataDir) {
        this.files = files;
        this.dataDir = dataDir;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getBlob", "blobMetadata", "blobMetadataIfPresent" -> tagObject(arguments);
            case "list", "listV1" -> tagBucket(arguments);
            default -> {
                // writes and the rest need no tag
            }
        }
        try {
            return method.invoke(files, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void tagObject(Object[] arguments) throws ReflectiveOperationException, IOException {
        String bucket = arguments.length == 1 ? get(arguments[0], "bucket") : (String) arguments[0];
        String key = arguments.length == 1 ? get(arguments[0], "key") : (String) arguments[1];
        Path folder = dataDir.resolve(bucket);
        Path file;
        try {
            file = folder.resolve(key).normalize();
        } catch (InvalidPathException notAFile) {
            return;
        }
        if (file.startsWith(folder) && Files.isRegularFile(file)) {
            EntityTagStamp.refresh(file);
        }
    }

    private void tagBucket(Object[] arguments) throws ReflectiveOperationException, IOException {
        if (arguments == null || arguments.length == 0) {
            return;
        }
        String bucket;
        if (arguments[0] instanceof String) {
            bucket = (String) arguments[0];
        } else {
            try {
                bucket = get(arguments[0], "bucket");
            } catch (NoSuchMethodException listsBuckets) {
                return;
            }
        }
        Path folder = dataDir.resolve(bucket);
        for (Path child : children(folder)) {
            if (!child.getFileName().toString().startsWith(PARTS_PREFIX)) {
                tagTree(child);
            }
        }
    }

    private static void tagTree(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            EntityTagStamp.refresh(path);
        } else if (Files.isDirectory(path)) {
            for (Path child : children(path)) {
                tagTree(child);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.collect(Collectors.toList());
        } catch (NoSuchFileException deletedMeanwhile) {
            return List.of();
        }
    }

    private static String get(Object request, String property) throws ReflectiveOperationException {
        return (String) request.getClass().getMethod(property).invoke(request);
    }
}
