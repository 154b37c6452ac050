package dev.pentimento.application;

import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.Recoloring;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.lineage.Origin;
import java.util.ArrayList;
import java.util.List;

/** Shows every original in further palettes, as its children. */
final class ApplyPalettes implements Stage {
    private final Palettes palettes;
    private final Mint mint;

    ApplyPalettes(Palettes palettes, Mint mint) {
        this.palettes = palettes;
        this.mint = mint;
    }

    @Override
    public String name() {
        return "apply_palettes";
    }

    @Override
    public boolean concerns(Draft draft) {
        return Generations.of(draft).palettes() > 0;
    }

    @Override
    public Draft run(Draft draft, RunningJob running) {
        Work.GenerateOriginals work = Generations.of(draft);
        List<Palette> proposed = palettes.propose(running, theme(draft), work.palettes());
        List<Draft.Finished> all = new ArrayList<>(draft.finished());
        for (Draft.Finished original : draft.finished()) {
            for (Palette palette : proposed) {
                running.checkMayGoOn();
                all.add(recolored(draft, original, palette));
            }
        }
        return draft.finished(all);
    }

    private static String theme(Draft draft) {
        Brief brief = draft.concept().brief();
        return brief.theme().isEmpty() ? brief.prompt() : brief.theme();
    }

    private Draft.Finished recolored(Draft draft, Draft.Finished original, Palette palette) {
        return new Draft.Finished(
                mint.versionId(),
                Recoloring.recolor(original.raster(), palette),
                List.of(original.id()),
                new Origin.Recolored(draft.job().id(), palette));
    }
}
