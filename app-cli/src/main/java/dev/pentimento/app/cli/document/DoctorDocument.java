package dev.pentimento.app.cli.document;

import dev.pentimento.bootstrap.Doctor;
import java.util.List;
import java.util.Locale;

/** What an examination of the installation found. */
public record DoctorDocument(List<Finding> findings) {

    /**
     * One thing that was looked at.
     *
     * @param level {@code ok}, {@code warning} or {@code problem}
     * @param advice empty when there is nothing to do
     */
    public record Finding(String level, String subject, String message, String advice) {}

    public static DoctorDocument of(List<Doctor.Finding> findings) {
        return new DoctorDocument(findings.stream().map(DoctorDocument::finding).toList());
    }

    private static Finding finding(Doctor.Finding finding) {
        return new Finding(
                finding.level().name().toLowerCase(Locale.ROOT),
                finding.subject(),
                finding.message(),
                finding.advice());
    }
}
