package dev.pentimento.adapters.web.concepts;

import dev.pentimento.adapters.web.http.Fields;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.refinement.Instruction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new concept is to be about. */
record GenerateRequest(
        String logoDescription,
        @Nullable String themeDescription,
        @Nullable String provider) {

    /** @throws dev.pentimento.adapters.web.http.Refusal with all that is wrong */
    static GenerateRequest read(Fields fields) {
        Optional<String> logo = fields.required(
                "logo_description", fields.text("logo_description", RefineRequest.SHORTEST, RefineRequest.LONGEST));
        Optional<String> theme = fields.text("theme_description", RefineRequest.SHORTEST, RefineRequest.LONGEST);
        Optional<String> provider = fields.text("provider", 1, RefineRequest.LONGEST);
        fields.check();
        return new GenerateRequest(logo.orElseThrow(), theme.orElse(null), provider.orElse(null));
    }

    Instruction instruction() {
        return new Instruction(logoDescription);
    }

    Brief brief() {
        return new Brief("", logoDescription, themeDescription == null ? "" : themeDescription);
    }
}
