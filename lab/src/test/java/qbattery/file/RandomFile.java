package qbattery.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import qbattery.measure.Measure;

/** Records of files at random: every kind of record, any formulas; not every one makes sense. */
final class RandomFile {

  private static final List<String> FORMULAS =
      List.of(
          "1",
          "-2.5e-3",
          "10*Gamma",
          "(J + 1)^2/pi",
          "min(a, b) - 3*w[2]",
          "0.1*i",
          "g*raise(cell[1])*lower(cavity) + h.c.",
          "-J_x(big)",
          "+x",
          ".5");
  private static final List<String> NAMES =
      List.of(
          "a", "decay of: cell", "#1", "no", "null", "~", "", "1", "x, y", "{", "\u03b3 \\", "- a");

  private final RandomGenerator random;

  RandomFile(RandomGenerator random) {
    this.random = random;
  }

  BatteryFile file() {
    return new BatteryFile(
        name(),
        random.nextBoolean() ? "" : name() + "!",
        map(this::amount),
        map(() -> new OwnOperator(Optional.of(name()), matrix())),
        map(this::name),
        structure(),
        list(this::coupling),
        list(this::channel),
        list(this::drive),
        start(),
        list(this::stage),
        values(),
        some(this::measure),
        list(this::result),
        list(this::values).stream().map(v -> new Axis("p" + random.nextInt(), v)).toList(),
        maybe(
            () ->
                new EnsembleSection(
                    number(), maybe(this::number), maybe(this::name), maybe(this::number))),
        maybe(() -> new ConvergenceSection(number(), number())),
        random.nextBoolean()
            ? pick(MethodSection.Named.values())
            : new MethodSection.Tolerances(number(), number()),
        pick(FormWord.values()),
        list(this::output),
        list(this::expect));
  }

  private Expression number() {
    return random.nextInt(3) == 0
        ? Expression.of(random.nextGaussian())
        : Expression.of(FORMULAS.get(random.nextInt(FORMULAS.size())));
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }

  private <T> List<T> list(Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int k = random.nextInt(4); k > 0; k--) {
      items.add(item.get());
    }
    return items;
  }

  private <T> List<T> some(Supplier<T> item) {
    List<T> items = new ArrayList<>(list(item));
    items.add(item.get());
    return items;
  }

  private <T> Optional<T> maybe(Supplier<T> item) {
    return random.nextBoolean() ? Optional.of(item.get()) : Optional.empty();
  }

  private <T> Map<String, T> map(Supplier<T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    list(value).forEach(v -> map.put("k" + map.size(), v));
    return map;
  }

  private Amount amount() {
    return switch (random.nextInt(3)) {
      case 0 -> new Amount.Single(number());
      case 1 -> new Amount.Several(some(this::number));
      default -> new Amount.Drawn(draw(2), maybe(this::number));
    };
  }

  private Amount.Draw draw(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 3)) {
      case 0 -> new Amount.Uniform(number(), number());
      case 1 -> new Amount.Around(number(), number());
      default -> new Amount.Magnitude(draw(depth - 1));
    };
  }

  private Amount plain() {
    return random.nextBoolean()
        ? new Amount.Single(number())
        : new Amount.Several(some(this::number));
  }

  private Matrix matrix() {
    return new Matrix(some(() -> some(this::number)));
  }

  private Links links() {
    return random.nextBoolean()
        ? pick(Links.Named.values())
        : new Links.Pairs(name(), some(() -> List.of(number(), number())));
  }

  private Structure structure() {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Structure.Parts(
              some(() -> new Structure.Part(pick(Structure.PartKind.values()), number(), "n")),
              list(this::number));
      case 1 ->
          new Structure.Network(
              links(),
              number(),
              amount(),
              amount(),
              amount(),
              amount(),
              pick(Structure.Frame.values()));
      default -> new Structure.Ensembles(number(), number(), number(), number(), number());
    };
  }

  private Coupling coupling() {
    return random.nextBoolean()
        ? new Coupling.Term(number())
        : new Coupling.Exchange(plain(), links(), list(this::name));
  }

  private ChannelSection channel() {
    return switch (random.nextInt(5)) {
      case 0 ->
          new ChannelSection.Plain(
              name(),
              pick(ChannelSection.Usual.values()),
              plain(),
              list(this::name),
              pick(ChannelSection.Acting.values()));
      case 1 -> new ChannelSection.AlongLinks(name(), plain(), plain(), links(), list(this::name));
      case 2 ->
          new ChannelSection.Bath(
              name(),
              pick(ChannelSection.Statistics.values()),
              number(),
              number(),
              number(),
              maybe(this::number),
              list(this::name),
              pick(ChannelSection.Acting.values()));
      case 3 -> new ChannelSection.Jumps(name(), some(this::number), number());
      default -> new ChannelSection.Kossakowski(name(), some(this::number), matrix());
    };
  }

  private DriveSection drive() {
    return random.nextBoolean()
        ? new DriveSection.Modulated(name(), list(this::number), envelope(2))
        : new DriveSection.Rotating(name(), some(this::number), envelope(2), number());
  }

  private Node envelope(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 8)) {
      case 0 -> Tree.of(number());
      case 1 -> envelope("step", "value", "from");
      case 2 -> envelope("pulse", "value", "from", "to");
      case 3 -> envelope("sine", "amplitude", "frequency", "phase");
      case 4 -> envelope("gaussian", "amplitude", "centre", "width");
      case 5 -> envelope("sech", "amplitude", "centre", "width");
      case 6 ->
          Node.mapping(
              "table",
              new Tree()
                  .node("times", Tree.all(some(this::number), Tree::of))
                  .node("values", Tree.all(some(this::number), Tree::of))
                  .done());
      default -> Node.mapping("product", Node.list(some(() -> envelope(depth - 1))));
    };
  }

  private Node envelope(String kind, String... numbers) {
    Tree tree = new Tree();
    for (String name : numbers) {
      tree.node(name, Tree.of(number()));
    }
    return Node.mapping(kind, tree.done());
  }

  private StartSection start() {
    return switch (random.nextInt(9)) {
      case 0 -> pick(StartSection.Named.values());
      case 1 -> new StartSection.Mixture(number());
      case 2 -> new StartSection.Thermal(number());
      case 3 -> new StartSection.Sites(map(this::site));
      case 4 -> new StartSection.Product(some(this::matrix));
      case 5 -> new StartSection.Pure(some(this::number));
      case 6 -> new StartSection.Given(matrix());
      case 7 -> new StartSection.Settled(new StartSection.Thermal(number()));
      default -> new StartSection.BatteryThermal(number());
    };
  }

  private SiteSection site() {
    return switch (random.nextInt(7)) {
      case 0 -> pick(SiteSection.Named.values());
      case 1 -> new SiteSection.Excitations(number());
      case 2 -> new SiteSection.Mixture(number());
      case 3 -> new SiteSection.Coherent(number());
      case 4 -> new SiteSection.Thermal(number());
      case 5 -> new SiteSection.Direction(number(), number());
      default -> new SiteSection.Given(matrix());
    };
  }

  private StageSection stage() {
    StageSection.Map before =
        random.nextBoolean()
            ? pick(StageSection.NamedMap.values())
            : new StageSection.TakeAway(some(this::name));
    return new StageSection(name(), number(), before, list(this::name));
  }

  private Values values() {
    return random.nextBoolean()
        ? new Values.Listed(some(this::number))
        : new Values.Spaced(number(), number(), number(), pick(Values.Spacing.values()));
  }

  private MeasureSection measure() {
    Measure kind = pick(Measure.all().toArray(Measure[]::new));
    boolean expectation = kind.equals(Measure.EXPECTATION);
    List<String> of = expectation ? List.of() : list(this::name);
    String name = random.nextBoolean() ? name() : DefaultNames.measure(kind.word(), of);
    return new MeasureSection(
        name.isBlank() ? "m" : name,
        kind,
        of,
        expectation ? some(this::number) : List.of(),
        kind.numberName().map(n -> number()),
        kind.equals(Measure.CONCURRENCE) && random.nextBoolean()
            ? Optional.of(links())
            : Optional.empty());
  }

  private ResultSection result() {
    ResultSection.Kind kind = pick(ResultSection.Kind.values());
    Optional<Expression> level = kind.levelName().map(n -> number());
    String measure = kind == ResultSection.Kind.STEADY_STATES ? ResultSection.NUMBER : "m" + name();
    String name =
        random.nextBoolean()
            ? "r" + name()
            : DefaultNames.result(kind.word(), measure, level.map(Expression::toString).orElse(""));
    boolean within =
        List.of("peak", "lowest", "inner peak").stream().anyMatch(w -> kind.word().startsWith(w));
    return new ResultSection(
        name,
        kind,
        measure,
        level,
        within ? maybe(this::name) : Optional.empty(),
        within ? maybe(this::name) : Optional.empty());
  }

  private ExpectSection expect() {
    return new ExpectSection(
        name(), number(), number(), maybe(this::name), maybe(this::name), map(this::number));
  }

  private OutputSection output() {
    int kind = random.nextInt(4);
    return kind == 0
        ? new OutputSection.Table(name(), list(this::name))
        : kind == 1
            ? new OutputSection.DecayModes(name())
            : kind == 2 ? new OutputSection.LongTimes(name()) : figure();
  }

  private OutputSection figure() {
    return new OutputSection.Figure(
        name(),
        name(),
        some(this::name),
        maybe(this::name),
        maybe(this::name),
        maybe(this::name),
        maybe(this::name),
        pick(Values.Spacing.values()),
        pick(Values.Spacing.values()));
  }
}
