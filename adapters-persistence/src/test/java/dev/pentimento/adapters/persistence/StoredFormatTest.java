package dev.pentimento.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pentimento.domain.concept.ArtDirection;
import dev.pentimento.domain.concept.Brief;
import dev.pentimento.domain.cost.Cost;
import dev.pentimento.domain.evaluation.Evaluation;
import dev.pentimento.domain.identity.JobId;
import dev.pentimento.domain.identity.VersionId;
import dev.pentimento.domain.image.Image;
import dev.pentimento.domain.image.ImageDigest;
import dev.pentimento.domain.image.ImageSize;
import dev.pentimento.domain.image.MaskCheck;
import dev.pentimento.domain.image.MaskShape;
import dev.pentimento.domain.image.MaskSpec;
import dev.pentimento.domain.image.MediaType;
import dev.pentimento.domain.image.Palette;
import dev.pentimento.domain.image.Point;
import dev.pentimento.domain.image.SourceUrl;
import dev.pentimento.domain.job.FailureCode;
import dev.pentimento.domain.job.JobState;
import dev.pentimento.domain.job.Priority;
import dev.pentimento.domain.job.ProviderReport;
import dev.pentimento.domain.job.Topic;
import dev.pentimento.domain.job.Work;
import dev.pentimento.domain.job.WorkKind;
import dev.pentimento.domain.ledger.Billing;
import dev.pentimento.domain.ledger.CallState;
import dev.pentimento.domain.ledger.Delivery;
import dev.pentimento.domain.ledger.RemoteHandle;
import dev.pentimento.domain.lineage.Origin;
import dev.pentimento.domain.loop.Reply;
import dev.pentimento.domain.prompt.RefinedPrompt;
import dev.pentimento.domain.refinement.Creativity;
import dev.pentimento.domain.refinement.Instruction;
import dev.pentimento.domain.refinement.Knobs;
import dev.pentimento.domain.refinement.Means;
import dev.pentimento.domain.refinement.PreserveAspect;
import dev.pentimento.domain.refinement.Refinement;
import dev.pentimento.domain.refinement.Strength;
import dev.pentimento.domain.refinement.Treatment;
import dev.pentimento.domain.refinement.Wish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that homes out there already hold: whoever changes a line here breaks them. */
class StoredFormatTest {
    private static final UUID ID = new UUID(0, 1);
    private static final String UUID_TEXT = "00000000-0000-0000-0000-000000000001";
    private static final ImageDigest DIGEST = new ImageDigest("ab".repeat(32));
    private static final Instruction WARMER = new Instruction("warmer");

    static Stream<Arguments> origins() {
        Image file = new Image(DIGEST, MediaType.JPEG, new ImageSize(4, 3), 99);
        JobId job = new JobId(ID);
        return Stream.of(
                Arguments.of(
                        new Origin.Imported("fox.jpg", file),
                        "{'type':'imported','file_name':'fox.jpg','file':{'digest':'" + DIGEST
                                + "','media_type':'image/jpeg','width':4,'height':3,'length':99}}"),
                Arguments.of(
                        new Origin.Imported(
                                "fox.jpg", file, SourceUrl.of(URI.create("https://a.example/fox.jpg?key")), true),
                        "{'type':'imported','file_name':'fox.jpg','file':{'digest':'" + DIGEST
                                + "','media_type':'image/jpeg','width':4,'height':3,'length':99},"
                                + "'source':'https://a.example/fox.jpg','reference':1}"),
                Arguments.of(new Origin.Generated(job), "{'type':'generated','job':'" + UUID_TEXT + "'}"),
                Arguments.of(new Origin.Refined(job), "{'type':'refined','job':'" + UUID_TEXT + "'}"),
                Arguments.of(
                        new Origin.MaskedRefined(job, new MaskCheck(0, 8, 7)),
                        "{'type':'masked_refined','job':'" + UUID_TEXT
                                + "','check':{'max_difference_outside':0,'pixels_inside':8,'changed_inside':7}}"),
                Arguments.of(
                        new Origin.Recolored(job, new Palette("Dusk", "blue", List.of("#000000", "#ffffff"))),
                        "{'type':'recolored','job':'" + UUID_TEXT
                                + "','palette':{'name':'Dusk','description':'blue','colors':['#000000','#ffffff']}}"));
    }

    @ParameterizedTest
    @MethodSource("origins")
    void origin(Origin origin, String json) {
        assertThat(StoredOrigin.write(origin)).hasToString(quoted(json));
        assertThat(StoredOrigin.read(Document.parse(quoted(json)))).isEqualTo(origin);
    }

    static Stream<Arguments> works() {
        Knobs knobs = new Knobs(
                new Strength(0.5), Creativity.INVENTIVE, EnumSet.of(PreserveAspect.COLOR_SCHEME), 2, 7L, true);
        String plainKnobs = "{'strength':0.6,'creativity':2,'preserve':[],'candidates':1}";
        String noBrief = "{'prompt':'','logo':'','theme':''}";
        return Stream.of(
                Arguments.of(
                        refine(new Refinement.PromptRefinement(WARMER, mask()), List.of(), knobs),
                        "{'type':'refine','base':'" + UUID_TEXT
                                + "','references':[],'refinement':{'type':'prompt','instruction':'warmer','mask':{"
                                + "'shapes':[{'type':'rectangle','x':0.0,'y':0.25,'width':0.5,'height':0.75},"
                                + "{'type':'circle','centre':{'x':0.5,'y':0.5},'radius':0.1},"
                                + "{'type':'polygon','corners':[{'x':0.0,'y':0.0},{'x':1.0,'y':0.0},{'x':0.0,'y':1.0}]},"
                                + "{'type':'brush','points':[{'x':0.5,'y':0.5}],'radius':0.1},"
                                + "{'type':'painted','picture':'" + DIGEST + "'}],'feather':3}},"
                                + "'knobs':{'strength':0.5,'creativity':3,'preserve':['color_scheme'],'candidates':2,"
                                + "'seed':7,'keep_size':1},'brief':" + noBrief + "}"),
                Arguments.of(
                        refine(
                                new Refinement.SubjectRepair(WARMER, null),
                                List.of(new VersionId(new UUID(0, 2))),
                                Knobs.DEFAULT),
                        "{'type':'refine','base':'" + UUID_TEXT
                                + "','references':['00000000-0000-0000-0000-000000000002'],"
                                + "'refinement':{'type':'subject','instruction':'warmer'},'knobs':" + plainKnobs
                                + ",'brief':" + noBrief + "}"),
                Arguments.of(
                        refine(new Refinement.TextRepair(WARMER, null), List.of(), Knobs.DEFAULT),
                        "{'type':'refine','base':'" + UUID_TEXT
                                + "','references':[],'refinement':{'type':'text','instruction':'warmer'},'knobs':"
                                + plainKnobs + ",'brief':" + noBrief + "}"),
                Arguments.of(
                        new Work.GenerateOriginals(WARMER, new ImageSize(512, 256), 3, 1, null),
                        "{'type':'generate','instruction':'warmer','width':512,'height':256,'variants':3,"
                                + "'palettes':1}"),
                Arguments.of(
                        new Work.GenerateOriginals(WARMER, new ImageSize(512, 256), 3, 1, 5L),
                        "{'type':'generate','instruction':'warmer','width':512,'height':256,'variants':3,"
                                + "'palettes':1,'seed':5}"),
                Arguments.of(
                        new Work.AskQuestion(Topic.EVALUATION, "a fox", DIGEST),
                        "{'type':'ask','topic':'evaluation','words':'a fox','image':'" + DIGEST + "'}"),
                Arguments.of(
                        new Work.AskQuestion(Topic.PROMPT, "a fox", null),
                        "{'type':'ask','topic':'prompt','words':'a fox'}"));
    }

    @ParameterizedTest
    @MethodSource("works")
    void work(Work work, String json) {
        assertThat(StoredWork.write(work)).hasToString(quoted(json));
        assertThat(StoredWork.read(Document.parse(quoted(json)))).isEqualTo(work);
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of(new Reply.Written("a fox"), "{'type':'written','prompt':'a fox'}"),
                Arguments.of(
                        new Reply.Mended(new RefinedPrompt("a fox", List.of("b"), RefinedPrompt.Strategy.EDIT_IMAGE)),
                        "{'type':'mended','text':'a fox','changes':['b'],'strategy':'edit_image'}"),
                Arguments.of(
                        new Reply.Judged(new Evaluation(List.of(), Map.of(), List.of(), List.of("b"), "c")),
                        "{'type':'judged','evaluation':{'answers':[],'criteria':{},'issues':[],'suggestions':['b'],"
                                + "'description':'c'}}"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void reply(Reply reply, String json) {
        byte[] stored = quoted(json).getBytes(StandardCharsets.UTF_8);

        assertThat(StoredReply.write(reply)).asString(StandardCharsets.UTF_8).isEqualTo(quoted(json));
        assertThat(StoredReply.read(stored)).isEqualTo(reply);
    }

    static Stream<Arguments> briefs() {
        return Stream.of(
                Arguments.of(new Brief("a", "b", "c"), "{'prompt':'a','logo':'b','theme':'c'}"),
                Arguments.of(
                        new Brief("a", "", "", new ArtDirection(List.of("flat", "geometric"), "d", "e", "f")),
                        "{'prompt':'a','logo':'','theme':'','style_keywords':['flat','geometric'],'audience':'d',"
                                + "'visual_concept':'e','subject':'f'}"),
                Arguments.of(
                        new Brief("", "", "", new ArtDirection(List.of(), "", "", "f")),
                        "{'prompt':'','logo':'','theme':'','subject':'f'}"));
    }

    @ParameterizedTest
    @MethodSource("briefs")
    void brief(Brief brief, String json) {
        assertThat(StoredBrief.write(brief)).hasToString(quoted(json));
        assertThat(StoredBrief.read(Document.parse(quoted(json)))).isEqualTo(brief);
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(new JobState.Pending(), "{'type':'pending'}"),
                Arguments.of(new JobState.Processing(), "{'type':'processing'}"),
                Arguments.of(new JobState.Canceled(), "{'type':'canceled'}"),
                Arguments.of(
                        new JobState.Failed(FailureCode.OUTCOME_UNKNOWN, "Ask."),
                        "{'type':'failed','code':'outcome_unknown','message':'Ask.'}"),
                Arguments.of(completed(Cost.reported(5)), completed("{'type':'reported','micro_usd':5}")),
                Arguments.of(completed(Cost.estimated(6)), completed("{'type':'estimated','micro_usd':6}")),
                Arguments.of(completed(Cost.unknown()), completed("{'type':'unknown'}")),
                Arguments.of(completed(Cost.unknown(), true), completed("{'type':'unknown'},'by_trained_model':1")),
                Arguments.of(
                        treated(new Treatment(Wish.MASK, Means.LEFT_OUT, "is blind")),
                        completed("{'type':'unknown'},'treatments':[{'wish':'mask','means':'left_out',"
                                + "'how':'is blind'}]")));
    }

    /** Homes of the time before anybody asked hold reports like this one, all of the local engine. */
    @Test
    void reportThatSaysNothingOfModelsMeansThatNoneWasUsed() {
        JobState.Completed read = (JobState.Completed)
                StoredState.read(Document.parse(quoted(completed("{'type':'reported','micro_usd':0}"))));

        assertThat(read.report().byTrainedModel()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("states")
    void state(JobState state, String json) {
        assertThat(StoredState.write(state)).hasToString(quoted(json));
        assertThat(StoredState.read(Document.parse(quoted(json)))).isEqualTo(state);
    }

    static Stream<Arguments> callStates() {
        RemoteHandle handle = new RemoteHandle("7", Map.of("b", "https://a.example/2", "a", "1"));
        Delivery delivery = new Delivery(
                List.of(DIGEST), new ProviderReport("local", "m", "warmer", List.of(), Cost.reported(5), false));
        String delivered = "'delivery':{'images':['" + DIGEST + "'],'report':{'provider':'local','model':'m',"
                + "'prompt_sent':'warmer','not_understood':[],'cost':{'type':'reported','micro_usd':5}}}}";
        return Stream.of(
                Arguments.of(new CallState.Planned(), "{'type':'planned'}"),
                Arguments.of(new CallState.Sending(), "{'type':'sending'}"),
                Arguments.of(
                        new CallState.Accepted(handle),
                        "{'type':'accepted','handle':{'request_id':'7','details':{'a':'1','b':'https://a.example/2'}}}"),
                Arguments.of(new CallState.ResultStored(delivery), "{'type':'result_stored'," + delivered),
                Arguments.of(new CallState.Done(delivery), "{'type':'done'," + delivered),
                Arguments.of(
                        CallState.Failed.free(FailureCode.NOT_SENT, "No."),
                        "{'type':'failed','code':'not_sent','message':'No.','billing':'free',"
                                + "'cost':{'type':'reported','micro_usd':0}}"),
                Arguments.of(
                        new CallState.Failed(FailureCode.CANCELED, "", Billing.UNKNOWN, Cost.unknown()),
                        "{'type':'failed','code':'canceled','message':'','billing':'unknown',"
                                + "'cost':{'type':'unknown'}}"),
                Arguments.of(new CallState.OutcomeUnknown("Ask."), "{'type':'outcome_unknown','message':'Ask.'}"));
    }

    @ParameterizedTest
    @MethodSource("callStates")
    void stateOfAProviderCall(CallState state, String json) {
        assertThat(StoredCall.write(state)).hasToString(quoted(json));
        assertThat(StoredCall.read(Document.parse(quoted(json)))).isEqualTo(state);
    }

    /** They are columns and words in a column, so no test of a document sees them. */
    @Test
    void wordsOfTheQueue() {
        assertThat(WorkKind.values()).extracting(WorkKind::label).containsExactly("refine", "generate", "ask");
        assertThat(Priority.values()).extracting(Priority::label).containsExactly("high", "normal", "low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "{", "{}{}", "{'a':true}", "{'a':null}", "{'a':123456789012345678901}"})
    void whatIsNoDocumentIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Document.parse(quoted(json)));
    }

    @Test
    void wholeNumberIsAFractionToo() {
        assertThat(Document.parse("{\"x\":1}").fraction("x")).isEqualTo(1.0);
    }

    @Test
    void longFieldsAreKeptWhole() {
        String text = "\u0000\u2028\ud83e\udd8a".repeat(100_000);

        assertThat(Document.parse(Document.empty().with("text", text).toString())
                        .text("text"))
                .isEqualTo(text);
    }

    private static Work refine(Refinement refinement, List<VersionId> references, Knobs knobs) {
        return new Work.RefineVersion(new VersionId(ID), references, refinement, knobs, Brief.EMPTY);
    }

    private static MaskSpec mask() {
        Point middle = new Point(0.5, 0.5);
        return new MaskSpec(
                List.of(
                        new MaskShape.Rectangle(0, 0.25, 0.5, 0.75),
                        new MaskShape.Circle(middle, 0.1),
                        new MaskShape.Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1))),
                        new MaskShape.BrushStroke(List.of(middle), 0.1),
                        new MaskShape.Painted(DIGEST)),
                3);
    }

    private static JobState completed(Cost cost) {
        return completed(cost, false);
    }

    private static JobState completed(Cost cost, boolean byTrainedModel) {
        ProviderReport report = new ProviderReport("local", "m", "warmer", List.of("please"), cost, byTrainedModel);
        return new JobState.Completed(List.of(new VersionId(ID)), report);
    }

    private static JobState treated(Treatment treatment) {
        JobState.Completed plain = (JobState.Completed) completed(Cost.unknown());
        return new JobState.Completed(plain.versions(), plain.report().treating(List.of(treatment)));
    }

    private static String completed(String cost) {
        return "{'type':'completed','versions':['" + UUID_TEXT
                + "'],'report':{'provider':'local','model':'m','prompt_sent':'warmer','not_understood':['please'],"
                + "'cost':" + cost + "}}";
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
