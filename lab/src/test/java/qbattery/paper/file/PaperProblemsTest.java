package qbattery.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qbattery.claim.Claim;
import qbattery.claim.Judgement;
import qbattery.experiment.Workbench;
import qbattery.file.JsonOf;
import qbattery.file.tree.WrongFileException;

/** What is wrong in a paper file is said with its place and the nearest right name. */
class PaperProblemsTest {

  @Test
  void aRightPaperIsRight() {
    assertThat(SmallPaper.paper(SmallPaper.PAPER).claims()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          paper: small2026       | paper: Small             | small.yaml:1:8: A paper's short name
          citation:              | citaton:                 | did you mean 'citation'?
          cell: cell.yaml        | cell: sell.yaml          | 'sell.yaml' cannot be read; it is looked for beside
          {of: E, along          | {of: EE, along           | small.yaml:8:11: There is no measure, result or parameter 'EE'
          of: half life of E     | of: half lfe of E        | did you mean 'half life of E'?
          of: log(2)/Gamma       | of: log(2)/Gama          | did you mean 'Gamma'?
          set: {Gamma: 2}        | set: {Gmma: 2}           | did you mean 'Gamma'?
          set: {storage:         | set: {channels.3.decay:  | 'channels.3.decay' names nothing here
          curves: E              | curves: F                | small.yaml:12:13: There is no series 'F'
          colour: Gamma          | colour: Gama             | did you mean 'Gamma'?
          colour: Gamma          | inset: {curves: F}       | small.yaml:13:21: There is no series 'F'
          colour: Gamma          | marks: [{x: 1, to: F}]   | There is no series 'F'
          {at(last, Gamma, 1)}   | {at(last, Gama, 1)}      | There is no axis 'Gama'; did you mean 'Gamma'
          {at(last, Gamma, 1)}   | {at(last)}               | It is written at(series, axis, number).
          {at(last, Gamma, 1)}   | {lrgest(last)}           | There is no function 'lrgest'; did you mean 'largest'
          {at(last, Gamma, 1)}   | {at(last, Gamma, 1       | small.yaml:14:41: 'of $E_{0' cannot stand here
          {at(last, Gamma, 1)}   | {2*course(E)}            | small.yaml:14:25: A course runs over all times; take a number of it
          {at(last, Gamma, 1)}   | {steps(course(E), time)} | A course runs over all times; take a number of it
          {at(last, Gamma, 1)}   | {largest(course(F))}     | There is no series 'F'
          {at(last, Gamma, 1)}   | {largest(course(E, 1, 2, 3))} | It is written course(series[, from][, to]).
          {at(last, Gamma, 1)}   | {rise_while_falls(E, E)} | It is written rise_while_falls(course(...), course(...)).
          half*Gamma             | 'half*Gamma[1]'          | Brackets
          half*Gamma             | half**Gamma              | A power is written with '^'
          equals: rate/2, within: 1e-6 | equals: rate/2      | 'equals' needs a tolerance
          equals: rate/2, within: 1e-6 | above: 1, below: 2  | one of above, below and equals
          falls: E, along: time  | falls: E, along: tim     | There is no axis 'tim'
          readings: printed      | readings: prnted         | did you mean 'printed'?
          2*log(2)               | 2*log(2                  | is never closed
          turns: {set: {storage: 2*number(cell)}, along: {Gamma: [1, 2]}} | judged: so | 'turns' is missing in the claim 'falls'
          where: Eq. 1           | wher: Eq. 1              | 'where' is missing in a claim
          claims:                | clams:                   | did you mean 'claims'?
          """)
  void aMistakeIsSaidWhereItIs(String right, String wrong, String sentence) {
    assertThat(SmallPaper.PAPER).contains(right);
    assertThatThrownBy(() -> SmallPaper.paper(SmallPaper.PAPER.replace(right, wrong)))
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining(sentence)
        .message()
        .matches("(?s)small\\.yaml:\\d+:\\d+: .*");
  }

  @Test
  void aClassThatIsNoneIsRefused() {
    String before = SmallPaper.PAPER.substring(0, SmallPaper.PAPER.indexOf("    printed:"));
    assertThatThrownBy(() -> SmallPaper.paper(before + "    java: qbattery.Nothing\n"))
        .hasMessageContaining("There is no Java class 'qbattery.Nothing'");
    assertThatThrownBy(() -> SmallPaper.paper(before + "    java: java.lang.String\n"))
        .hasMessageContaining("'java.lang.String' is no Examination");
    assertThat(SmallPaper.paper(before + "    java: " + Found.class.getName() + "\n").claims())
        .hasSize(1);
  }

  /** What words cannot say. */
  static final class Found implements Claim.Examination {
    @Override
    public Judgement judge(qbattery.experiment.Laboratory laboratory) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void whatCannotBeComputedIsSaidWhereItStands() {
    assertRefused("of: half life of E", "of: {half life: EE}", "There is no measure 'EE'");
    assertRefused("'crossing(half, Gamma, 0.5)'", "half - E", "different values along 'Gamma'");
    assertRefused("'crossing(half, Gamma, 0.5)'", "'at(E, time, 0.123)'", "not among the values");
    assertRefused("half*Gamma", "'exponent(half, Gamma)'", "at least three");
    assertRefused(
        "set: {storage: 2*number(cell)}", "set: {Gamma: 3}", "setting it changes nothing");
  }

  private static void assertRefused(String right, String wrong, String sentence) {
    Claim claim = SmallPaper.paper(SmallPaper.PAPER.replace(right, wrong)).claims().get(0);
    assertThatThrownBy(
            () -> {
              claim.examine(Workbench.inMemory());
              PaperFiles.turned(claim, Workbench.inMemory());
            })
        .isInstanceOf(WrongFileException.class)
        .hasMessageContaining(sentence)
        .message()
        .matches("(?s)small\\.yaml:\\d+:\\d+: .*");
  }

  /** Whatever is broken, no exception but that of wrong files comes out. */
  @Test
  void aBrokenFileIsRefusedInSentences() {
    Random random = new Random(11);
    int refused = 0;
    for (int k = 0; k < 1500; k++) {
      StringBuilder text = new StringBuilder(SmallPaper.PAPER);
      int at = random.nextInt(text.length() - 3);
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, "x{}[]:, 1-\n".charAt(random.nextInt(11)));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
      }
      try {
        SmallPaper.paper(text.toString());
      } catch (WrongFileException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void theSchemaKnowsTheExampleAndMistakesOfForm() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PaperFiles.schema(), InputFormat.JSON);
    String text = SmallPaper.PAPER;
    assertThat(schema.validate(json(text), InputFormat.JSON)).isEmpty();
    Path example = PapersTurnTest.PAPERS.resolve("andolina2018.yaml");
    assertThat(schema.validate(json(Files.readString(example)), InputFormat.JSON)).isEmpty();
    for (String[] change :
        new String[][] {
          {"citation:", "citaton:"},
          {"falls: E, along: time", "falls: E, alnog: time"},
          {"readings: printed", "readings: {printed: 1}"},
          {"where: Eq. 1", "were: Eq. 1"},
        }) {
      assertThat(schema.validate(json(text.replace(change[0], change[1])), InputFormat.JSON))
          .as(change[1])
          .isNotEmpty();
    }
  }

  private static String json(String yaml) {
    return JsonOf.yaml(yaml).orElseThrow();
  }
}
