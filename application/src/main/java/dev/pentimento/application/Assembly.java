package dev.pentimento.application;

import dev.pentimento.application.UseCases.Needs;
import dev.pentimento.domain.access.GrantedKey;
import dev.pentimento.ports.in.CancelJob;
import dev.pentimento.ports.in.FollowEvents;
import dev.pentimento.ports.in.PlanRefinement;
import dev.pentimento.ports.in.ReadImage;
import dev.pentimento.ports.in.RetryJob;
import dev.pentimento.ports.in.ShowVersion;
import dev.pentimento.ports.in.WatchJob;
import dev.pentimento.ports.out.RecordReader;
import dev.pentimento.ports.out.Records;

/** How the use cases are wired: what several of them share is made once, here. */
final class Assembly {
    private final Needs needs;
    private final Records records;
    private final Mint mint;
    private final Pictures pictures;
    private final Derivations derivations;
    private final KnownVersions knownVersions;
    private final Intake intake;
    private final Masks masks;
    private final Models models;
    private final Casting casting;
    private final EditPlans plans;
    private final Preparation preparation;
    private final EventFeed feed;
    private final Observers observers = new Observers();
    private final Handouts handouts;
    private final FolderKeeping folders;
    private final Journal journal;
    private final Obstacles obstacles = new Obstacles();
    private final Ledger ledger;
    private final CallGuard guard;
    private final Endings endings;
    private final Queue queue;
    private final JobRunner runner;

    Assembly(Needs needs) {
        this.needs = needs;
        this.records = needs.records();
        this.mint = new Mint(needs.ids(), needs.clock());
        this.pictures = new Pictures(needs.vault(), needs.codec());
        this.derivations = new Derivations(records, pictures);
        this.knownVersions = new KnownVersions(records, pictures);
        this.intake = new Intake(knownVersions, pictures, derivations, needs.source(), mint);
        this.masks = new Masks(pictures);
        this.models = new Models(needs.providers(), mint);
        this.casting = new Casting(needs.providers(), models, needs.policies().standInsWhenFree());
        this.plans = new EditPlans(casting, new EditRequests(pictures));
        this.preparation = new Preparation(records, intake, masks, casting, mint);
        this.feed = new EventFeed(records, needs.policies().poll());
        this.handouts = new Handouts(pictures, derivations, new DeliveredFiles(records, pictures));
        this.folders = new FolderKeeping(records, needs.folders(), handouts);
        this.observers.handle(folders);
        this.journal = new Journal(records, feed, observers, mint);
        this.ledger = new Ledger(journal, needs.policies().budget(), mint);
        this.guard = new CallGuard(needs.providers(), needs.clock());
        this.endings = new Endings(ledger, needs.policies(), mint);
        this.queue = new Queue(journal, needs.dispatcher(), needs.policies(), mint);
        this.runner = runner();
    }

    private JobRunner runner() {
        Calls calls = new Calls(ledger, needs.vault(), guard, needs.providers(), mint);
        Parts parts = new Parts(calls, needs.executor());
        return new JobRunner(
                records,
                new Pipelines(
                        records,
                        pictures,
                        masks,
                        casting,
                        plans,
                        calls,
                        parts,
                        new Palettes(casting, ledger),
                        mint,
                        needs.policies().refinementStages()),
                new Turns(journal, endings, needs.policies(), queue, mint),
                new Watch(journal, needs.policies(), mint),
                obstacles);
    }

    private Workforce workforce() {
        Workforce workforce = new Workforce(journal, needs.dispatcher(), needs.policies());
        workforce.start(mint.name(), needs.providers().names(), runner, reconciler());
        return workforce;
    }

    Reconciler reconciler() {
        return new Reconciler(journal, endings, ledger, queue, needs.policies(), mint);
    }

    UseCases useCases() {
        ShowVersion showVersion = new ShowVersionHandler(records, needs.vault(), derivations);
        RefineImageHandler refineImage = new RefineImageHandler(intake, masks, preparation, queue, mint);
        FollowEvents followEvents = new FollowEventsHandler(records, feed);
        WatchJob watchJob = new WatchJobHandler(records, followEvents, obstacles);
        CancelJob cancelJob = new CancelJobHandler(journal, endings, queue, runner);
        Regeneration regeneration = new Regeneration(casting, queue, mint);
        Outlook outlook = new Outlook(models);
        PlanRefinement planRefinement =
                new PlanRefinementHandler(preparation, plans, pictures, masks, casting, outlook, mint);
        RetryJob retryJob = new RetryJobHandler(journal, queue);
        Pricing pricing = new Pricing(casting, planRefinement);
        BatchesInHand batches = new BatchesInHand();
        ReadImage readImage = new ReadImageHandler(records, handouts);
        Advisers advisers = new Advisers(needs.providers());
        PersonalQuestions questions = new PersonalQuestions(needs.providers());
        Asking asking = new Asking(ledger, journal, guard, needs.providers(), mint);
        Consultation consultation = consultation(asking);
        EvaluateImageHandler evaluateImage =
                new EvaluateImageHandler(advisers, questions, consultation, intake, pictures, readImage);
        Making making = new Making(
                new IterationJobs(casting, queue, refineImage, mint),
                pricing,
                records,
                queue,
                followEvents,
                cancelJob,
                retryJob);
        return new UseCases(
                refineImage,
                new GenerateConceptHandler(pictures, casting, queue, mint),
                planRefinement,
                new PlanGenerationHandler(pictures, casting, outlook),
                new ImportImagesHandler(records, intake, folders, mint),
                watchJob,
                followEvents,
                cancelJob,
                retryJob,
                new ListJobsHandler(records),
                new ShowJobHandler(records, needs.providers()),
                new SumCostsHandler(records),
                new CountOpenJobsHandler(records, needs.providers(), mint),
                new ListConceptsHandler(records),
                showVersion,
                new ShowLineageHandler(records),
                new CompareVersionsHandler(showVersion, pictures),
                new ExamineImageHandler(intake, pictures, knownVersions, showVersion),
                readImage,
                new ListProvidersHandler(needs.providers(), models),
                new ExportHistoryHandler(records, needs.vault(), needs.bundles()),
                new ImportHistoryHandler(records, needs.vault(), needs.bundles(), folders),
                new VerifyHistoryHandler(records, needs.vault(), needs.bundles()),
                new ReplayVersionHandler(records, refineImage, regeneration, watchJob, casting),
                new ReadConceptFileHandler(records, needs.folders(), handouts),
                new RunBatchHandler(
                        journal,
                        loop(making, pricing, asking),
                        casting,
                        pricing,
                        pictures,
                        batches,
                        needs.executor(),
                        needs.policies(),
                        mint),
                new RecallBatchHandler(records),
                new PlanBatchHandler(records, casting, pricing, pictures, mint),
                new ShowBatchHandler(records),
                new CancelBatchHandler(records, batches),
                new SumRunsHandler(records),
                evaluateImage,
                new ImprovePromptHandler(advisers, questions, consultation, evaluateImage),
                new WritePromptHandler(advisers, questions, consultation),
                new ReportJobsHandler(records),
                new ForgetJobHandler(records, cancelJob),
                new ShowLimitsHandler(records, needs.policies().limits(), mint),
                new BrowseConceptsHandler(records),
                new ListRunsHandler(records),
                new ReadSharedImageHandler(records, handouts),
                new GrantKeyHandler(records, mint),
                () -> records.read(RecordReader::grantedKeys),
                new RevokeKeyHandler(records, mint),
                query -> records.read(reader -> reader.grantedKey(query.key().hash()))
                        .filter(GrantedKey::isValid)
                        .map(GrantedKey::owner),
                observers,
                new CountJobsHandler(records),
                workforce(),
                folders);
    }

    private Consultation consultation(Asking asking) {
        Precedents precedents = new Precedents(journal, endings, ledger, needs.policies(), mint);
        return new Consultation(needs.providers(), asking, precedents, journal, mint);
    }

    private RunLoop loop(Making making, Pricing pricing, Asking asking) {
        Questions questions = new Questions(asking, ledger, journal);
        return new RunLoop(
                making,
                new Judging(questions, records, pictures, needs.executor()),
                new Comparing(questions, records, pictures),
                new Advising(questions, pricing),
                mint);
    }
}
