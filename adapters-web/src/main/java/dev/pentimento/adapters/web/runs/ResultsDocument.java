package dev.pentimento.adapters.web.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a run has come to.
 *
 * @param pipelineMetadata what is written into the run's folder
 */
record ResultsDocument(
        String runId,
        String status,
        List<GeneratedImage> generatedImages,
        List<RefinementDocument> refinements,
        double totalCost,
        int totalRefinements,
        JsonNode pipelineMetadata) {}
