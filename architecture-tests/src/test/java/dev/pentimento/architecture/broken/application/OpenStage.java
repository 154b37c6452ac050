package dev.pentimento.architecture.broken.application;

/** Breaks 8: anybody may add a stage. */
interface OpenStage {}
