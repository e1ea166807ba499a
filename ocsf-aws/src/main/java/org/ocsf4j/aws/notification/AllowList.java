package org.ocsf4j.aws.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a message may name. A message that names one other object is refused as a whole: it is neither read nor
 * acknowledged, and the queue's redrive policy moves it.
 *
 * <p>Buckets are always restricted; accounts, regions, key prefixes and key suffixes only where at least one is given. What
 * is restricted and missing in a message is refused: S3 {@code Records} state no account.
 *
 * <p>The account and the region are what the message says. That the bucket belongs to an account is for S3 to check: see
 * {@code S3ObjectStore.Builder#expectedBucketOwner}.
 *
 * <p>Immutable and thread-safe.
 */
public final class AllowList {

    /** The buckets that Security Lake makes, the default: {@value}. */
    public static final String SECURITY_LAKE_BUCKETS = "aws-security-data-lake-*";

    private static final Pattern BUCKET_PATTERN = Pattern.compile("[a-z0-9.*-]{1,63}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final List<String> buckets;
    private final List<String> accounts;
    private final List<String> regions;
    private final List<String> keyPrefixes;
    private final List<String> keySuffixes;

    private AllowList(Builder builder) {
        buckets = builder.buckets.isEmpty() ? List.of(SECURITY_LAKE_BUCKETS) : List.copyOf(builder.buckets);
        accounts = List.copyOf(builder.accounts);
        regions = List.copyOf(builder.regions);
        keyPrefixes = List.copyOf(builder.keyPrefixes);
        keySuffixes = List.copyOf(builder.keySuffixes);
    }

    /** Any key in any bucket that is named {@value #SECURITY_LAKE_BUCKETS}. */
    public static AllowList securityLake() {
        return builder().build();
    }

    /** These buckets, by name or by pattern with {@code *}, and any key in them. */
    public static AllowList buckets(String... namesOrPatterns) {
        Builder builder = builder();
        for (String bucket : namesOrPatterns) {
            builder.bucket(bucket);
        }
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Why the bucket is refused, or null where it is allowed. */
    @Nullable
    String whyBucketRefused(String bucket, @Nullable String account, @Nullable String region) {
        if (buckets.stream().noneMatch(pattern -> matches(pattern, bucket))) {
            return "it names a bucket that is not on the allow-list";
        }
        if (!accounts.isEmpty() && (account == null || !accounts.contains(account))) {
            return "it names " + (account == null ? "no account" : "an account that is not on the allow-list");
        }
        if (!regions.isEmpty() && (region == null || !regions.contains(region))) {
            return "it names " + (region == null ? "no region" : "a region that is not on the allow-list");
        }
        return null;
    }

    /** Why the key is refused, or null where it is allowed. */
    @Nullable
    String whyKeyRefused(String key) {
        if (!keyPrefixes.isEmpty() && keyPrefixes.stream().noneMatch(key::startsWith)) {
            return "it names a key with a prefix that is not on the allow-list";
        }
        if (!keySuffixes.isEmpty() && keySuffixes.stream().noneMatch(key::endsWith)) {
            return "it names a key with a suffix that is not on the allow-list";
        }
        return null;
    }

    /** Literal text between stars, each found as early as possible: linear, whatever the pattern. */
    static boolean matches(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return name.equals(pattern);
        }
        String last = parts[parts.length - 1];
        int end = name.length() - last.length();
        if (!name.startsWith(parts[0]) || end < parts[0].length() || !name.endsWith(last)) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }

    @Override
    public String toString() {
        return "AllowList[buckets=" + buckets + ", accounts=" + accounts + ", regions=" + regions + ", keyPrefixes="
                + keyPrefixes + ", keySuffixes=" + keySuffixes + "]";
    }

    /** Collects what is allowed; each method may be called again to add. Not thread-safe. */
    public static final class Builder {

        private final List<String> buckets = new ArrayList<>();
        private final List<String> accounts = new ArrayList<>();
        private final List<String> regions = new ArrayList<>();
        private final List<String> keyPrefixes = new ArrayList<>();
        private final List<String> keySuffixes = new ArrayList<>();

        private Builder() {}

        /** A bucket's name, or a pattern in which {@code *} is any text. The default is {@value #SECURITY_LAKE_BUCKETS}. */
        public Builder bucket(String nameOrPattern) {
            check(BUCKET_PATTERN.matcher(nameOrPattern).matches(), "bucket", nameOrPattern);
            buckets.add(nameOrPattern);
            return this;
        }

        /** The 12 digits of an account that the message may name as the bucket's. The default is any. */
        public Builder account(String account) {
            check(ACCOUNT.matcher(account).matches(), "account", account);
            accounts.add(account);
            return this;
        }

        /** A region that the message may name, such as {@code eu-central-1}. The default is any. */
        public Builder region(String region) {
            check(!region.isBlank(), "region", region);
            regions.add(region);
            return this;
        }

        /** What a key may begin with, such as {@code aws/}. The default is anything. */
        public Builder keyPrefix(String prefix) {
            check(!prefix.isEmpty(), "keyPrefix", prefix);
            keyPrefixes.add(prefix);
            return this;
        }

        /** What a key may end in, such as {@code .parquet}. The default is anything. */
        public Builder keySuffix(String suffix) {
            check(!suffix.isEmpty(), "keySuffix", suffix);
            keySuffixes.add(suffix);
            return this;
        }

        public AllowList build() {
            return new AllowList(this);
        }

        private static void check(boolean valid, String option, String value) {
            if (!valid) {
                throw new IllegalArgumentException("[allow-list] " + option + " is not valid; '" + value + "'");
            }
        }
    }
}
