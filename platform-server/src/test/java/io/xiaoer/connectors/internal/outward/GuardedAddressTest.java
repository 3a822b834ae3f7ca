package io.xiaoer.connectors.internal.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://erp.shop.example/lookup",
                "https://erp.shop.example:8443/lookup?a=b",
                "https://erp.shop.example:443",
                "HTTPS://ERP.Shop.Example/Lookup",
                "https://8.8.8.8/lookup",
                "https://[2606:4700:4700::1111]/lookup",
                "https://xn--fiq228c.example/",
                "https://shop.example./lookup",
                "https://127.0.0.1.nip.example/"
            })
    void acceptsPublicAddresses(String url) throws AddressRefused {
        assertThat(GuardedAddress.parse(url, AllowedHosts.NONE).port()).isIn(443, 8443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "erp.shop.example/lookup",
                "http://erp.shop.example/lookup",
                "ftp://erp.shop.example/",
                "file:///etc/passwd",
                "gopher://erp.shop.example/",
                "javascript:alert(1)",
                "https:///lookup",
                "https://user@erp.shop.example/",
                "https://user:word@erp.shop.example/",
                "https://erp.shop.example@127.0.0.1/",
                "https://erp.shop.example/#part",
                "https://erp.shop.example:22/",
                "https://erp.shop.example:8080/",
                "https://erp.shop.example:5432/",
                "https://erp.shop.example:99999/",
                "https://erp shop.example/",
                "https://erp.shop.example\\@127.0.0.1/",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://api.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/computeMetadata/v1/",
                "https://intranet/",
                "https://db/",
                "https://postgres.svc.cluster.local/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[fd00:ec2::254]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a9fe:a9fe::]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://例子.公司/"
            })
    void refusesWhatLeadsInsideOrIsUnclear(String url) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> GuardedAddress.parse(url, AllowedHosts.NONE))
                .satisfies(refused -> assertThat(refused.reason()).isNotBlank());
    }

    @Test
    void refusesAVeryLongAddress() {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> GuardedAddress.parse("https://a.example/" + "a".repeat(2000), AllowedHosts.NONE));
    }

    @Test
    void anAllowedHostIsAllowedOnItsPortOnly() throws AddressRefused {
        AllowedHosts allowed = AllowedHosts.parse("localhost:9000, 10.0.0.5:8081");

        assertThat(GuardedAddress.parse("http://LocalHost:9000/lookup", allowed).port())
                .isEqualTo(9000);
        assertThat(GuardedAddress.parse("http://10.0.0.5:8081/", allowed).host())
                .isEqualTo("10.0.0.5");
        for (String other :
                new String[] {"http://localhost:9001/", "http://10.0.0.6:8081/", "http://u@localhost:9000/"}) {
            assertThatExceptionOfType(AddressRefused.class)
                    .as(other)
                    .isThrownBy(() -> GuardedAddress.parse(other, allowed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "http://localhost:9000", "localhost:9000/x", "a b:1", ":80"})
    void saysHowAllowedHostsMustBeWritten(String setting) {
        assertThatIllegalStateException()
                .isThrownBy(() -> AllowedHosts.parse(setting))
                .withMessageContaining("XIAOER_CONNECTOR_ALLOW");
    }

    @Test
    void refusesANameThatStandsForAPrivateAddressWhenItIsConnectedTo() throws UnknownHostException {
        GuardedResolver resolver = new GuardedResolver(
                names(InetAddress.ofLiteral("10.1.2.3")), AllowedHosts.parse("inside.example:9000"));

        assertThatExceptionOfType(GuardedResolver.Refused.class)
                .isThrownBy(() -> resolver.resolve("rebound.example", 443));
        assertThatExceptionOfType(GuardedResolver.Refused.class)
                .isThrownBy(() -> resolver.resolve("inside.example", 443));
        assertThat(resolver.resolve("inside.example", 9000))
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 9000));
    }

    @Test
    void refusesANameThatStandsForAPrivateAddressAmongPublicOnes() {
        GuardedResolver resolver = new GuardedResolver(
                names(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")), AllowedHosts.NONE);

        assertThatExceptionOfType(GuardedResolver.Refused.class)
                .isThrownBy(() -> resolver.resolve("mixed.example", 443));
    }

    @Test
    void connectsToTheVeryAddressesThatWereLookedAt() throws UnknownHostException {
        GuardedResolver resolver = new GuardedResolver(names(InetAddress.ofLiteral("8.8.8.8")), AllowedHosts.NONE);

        assertThat(resolver.resolve("public.example", 443))
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 443));
    }

    private static DnsResolver names(InetAddress... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
