package org.ocsf4j.testkit.server;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Properties;

/** Starts s3proxy over a folder inside its own process: buckets are its sub-folders, objects the files in them. */
final class S3Child {

    private S3Child() {}

    /** Starts with signature version 4 enforced; returns the port. */
    static int start(Path dataDir, String accessKey, String secretKey) throws ReflectiveOperationException {
        Class<?> storeType = Class.forName("org.gaul.s3proxy.blobstore.BlobStore");
        Object files = Class.forName("org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore")
                .getConstructor(String.class)
                .newInstance(dataDir.toString());
        Object tagged = Proxy.newProxyInstance(
                storeType.getClassLoader(), new Class<?>[] {storeType}, new TaggingBlobStore(files, dataDir));

        Properties properties = new Properties();
        properties.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
        properties.setProperty("s3proxy.authorization", "aws-v4");
        properties.setProperty("s3proxy.identity", accessKey);
        properties.setProperty("s3proxy.credential", secretKey);
        // the expected bucket's owner is one that it does not know
        properties.setProperty("s3proxy.ignore-unknown-headers", "true");

        Class<?> builderType = Class.forName("org.gaul.s3proxy.S3Proxy$Builder");
        Object builder =
                builderType.getMethod("fromProperties", Properties.class).invoke(null, properties);
        builderType.getMethod("blobStore", storeType).invoke(builder, tagged);
        Object server = builderType.getMethod("build").invoke(builder);
        server.getClass().getMethod("start").invoke(server);
        return (int) server.getClass().getMethod("getPort").invoke(server);
    }
}
