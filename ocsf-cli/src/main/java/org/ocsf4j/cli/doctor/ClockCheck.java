package org.ocsf4j.cli.doctor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;

/** Does our clock agree with S3's? Signatures that are 15 minutes off are refused; events' lags mean nothing before. */
final class ClockCheck implements Check {

    private static final Duration NOTABLE = Duration.ofSeconds(30);
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private final S3Client s3;
    private final String bucket;
    private final @Nullable String owner;
    private final Clock clock;

    ClockCheck(S3Client s3, String bucket, @Nullable String owner, Clock clock) {
        this.s3 = s3;
        this.bucket = bucket;
        this.owner = owner;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> run() {
        Optional<String> date = date();
        if (date.isEmpty()) {
            return List.of(Finding.warn(subject(), "S3 does not say what time it is", "check the clock by hand"));
        }
        Instant here = clock.instant();
        Instant there;
        try {
            there = ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return List.of(Finding.warn(subject(), "S3's date is none; " + date.get(), "check the clock by hand"));
        }
        Duration off = Duration.between(there, here).abs();
        String found = off.toSeconds() + " s from S3's";
        if (off.compareTo(REFUSED) >= 0) {
            return List.of(Finding.fail(subject(), found, "set the clock: start NTP; AWS refuses what is signed so"));
        }
        return List.of(
                off.compareTo(NOTABLE) >= 0
                        ? Finding.warn(subject(), found, "set the clock: start NTP; lags are measured wrongly")
                        : Finding.pass(subject(), found));
    }

    private Optional<String> date() {
        try {
            return of(s3.listObjectsV2(
                            request -> request.bucket(bucket).maxKeys(1).expectedBucketOwner(owner))
                    .sdkHttpResponse());
        } catch (AwsServiceException e) {
            return e.awsErrorDetails() == null
                    ? Optional.empty()
                    : of(e.awsErrorDetails().sdkHttpResponse());
        } catch (SdkException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(SdkHttpResponse response) {
        return response == null ? Optional.empty() : response.firstMatchingHeader("Date");
    }
}
