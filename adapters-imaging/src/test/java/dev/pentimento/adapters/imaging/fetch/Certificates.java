package dev.pentimento.adapters.imaging.fetch;

import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for one name that only these tests trust. */
final class Certificates {
    private final HeldCertificate certificate;

    Certificates(String name) {
        this.certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
    }

    /** For servers that show the certificate. */
    ServerSocketFactory doors() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory();
    }

    /** A client that trusts it, and is otherwise as usual. */
    OkHttpClient.Builder trustingClient() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
    }
}
