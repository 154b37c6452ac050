package dev.pentimento.architecture.broken.application;

/** Breaks nothing: the one door. */
public class UseCases {}
