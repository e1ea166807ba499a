package org.ocsf4j.aws.notification;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ocsf4j.object.ObjectLocation;

/**
 * What S3 allows as a bucket's name, a key, an entity tag and a version id. Everything in a message that ends in a request
 * passes here, so an ARN, an access point's alias or a URL never stands in for a bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming rules</a>
 */
final class S3Names {

    private static final int MAX_KEY_BYTES = 1024;

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    /** Suffixes of access point aliases, Object Lambda, multi-region access points, directory buckets and S3 Tables. */
    private static final Set<String> NO_BUCKET_SUFFIXES =
            Set.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    private static final Pattern TAG_OR_VERSION = Pattern.compile("[\\x21-\\x7e]{1,1024}");

    private S3Names() {}

    static ObjectLocation location(@Nullable String bucket, @Nullable String key) throws MalformedMessageException {
        if (bucket == null || key == null) {
            throw new MalformedMessageException("it names an object without " + (bucket == null ? "bucket" : "key"));
        }
        checkBucket(bucket);
        checkKey(key);
        return new ObjectLocation(bucket, key);
    }

    static boolean isBucket(String name) {
        return BUCKET.matcher(name).matches()
                && !name.contains("..")
                && !IPV4.matcher(name).matches()
                && NO_BUCKET_SUFFIXES.stream().noneMatch(name::endsWith);
    }

    /** An entity tag or a version id; absent where it is null or empty. */
    static @Nullable String token(@Nullable String token, String what) throws MalformedMessageException {
        if (token == null || token.isEmpty()) {
            return null;
        }
        if (!TAG_OR_VERSION.matcher(token).matches()) {
            throw new MalformedMessageException("an object's " + what + " is not 1 to 1024 printable ASCII characters");
        }
        return token;
    }

    private static void checkBucket(String bucket) throws MalformedMessageException {
        if (!isBucket(bucket)) {
            throw new MalformedMessageException("a bucket's name breaks the naming rules of S3");
        }
    }

    private static void checkKey(String key) throws MalformedMessageException {
        if (key.isEmpty()) {
            throw new MalformedMessageException("an object's key is empty");
        }
        int bytes = FormEncoding.utf8(key).length;
        if (bytes > MAX_KEY_BYTES) {
            throw new MalformedMessageException(
                    String.format(Locale.ROOT, "an object's key is longer than %d bytes; %d", MAX_KEY_BYTES, bytes));
        }
        if (key.indexOf('\0') >= 0) {
            throw new MalformedMessageException("an object's key has a NUL");
        }
        for (String segment : key.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new MalformedMessageException("an object's key has a relative path segment");
            }
        }
    }
}
