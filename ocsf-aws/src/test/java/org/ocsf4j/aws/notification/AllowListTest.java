package org.ocsf4j.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllowListTest {

    @ParameterizedTest
    @CsvSource({
        "lake, lake, true",
        "lake, lake2, false",
        "lake-*, lake-, true",
        "lake-*, xlake-1, false",
        "*-lake, my-lake, true",
        "a*a, a, false",
        "a*a, aa, true",
        "a*b*c, a-b-b-c, true",
        "a*bc*c, abc, false",
        "*, anything, true"
    })
    void matchesNamesAndPatterns(String pattern, String name, boolean matches) {
        assertThat(AllowList.matches(pattern, name)).isEqualTo(matches);
    }

    @Property
    void agreesWithTheRegularExpression(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') @Chars('*') String pattern,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String name) {
        assertThat(AllowList.matches(pattern, name)).isEqualTo(Pattern.matches(pattern.replace("*", ".*"), name));
    }

    @Test
    void allowsSecurityLakesBucketsByDefault() {
        assertThat(AllowList.securityLake().whyBucketRefused("aws-security-data-lake-eu-1", null, null))
                .isNull();
        assertThat(AllowList.securityLake().whyBucketRefused("lab", null, null)).isNotNull();
        assertThat(AllowList.buckets("lab").whyBucketRefused("lab", null, null)).isNull();
        assertThat(AllowList.buckets("lab").whyBucketRefused("aws-security-data-lake-eu-1", null, null))
                .isNotNull();
    }

    @Test
    void refusesOptionsThatCouldAllowMoreThanMeant() {
        assertThatIllegalArgumentException().isThrownBy(() -> AllowList.buckets(""));
        assertThatIllegalArgumentException().isThrownBy(() -> AllowList.buckets("Lake"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.builder().account("123"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.builder().region(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.builder().keyPrefix(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowList.builder().keySuffix(""));
    }
}
