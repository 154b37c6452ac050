package dev.pentimento.ports.out;

import dev.pentimento.domain.job.ProviderReport;

/** What a provider answered in words, and its account of the call. */
public record Answered<T>(T value, ProviderReport report) {}
