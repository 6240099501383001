package qbattery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qbattery.experiment.BuildFingerprint;
import qbattery.experiment.BuildInfo;
import qbattery.experiment.Dice;
import qbattery.experiment.Store;
import qbattery.experiment.StoreException;

class SqliteStoreTest {

  private static final BuildFingerprint ONE = program("one");
  private static final BuildFingerprint TWO = program("two");
  private static final Dice DICE = new Dice("stored", 60);

  @TempDir Path folder;

  private static BuildFingerprint program(String fingerprint) {
    return new BuildFingerprint(fingerprint, new BuildInfo("1", fingerprint), "Java", "machine");
  }

  private Path file() {
    return folder.resolve("deep/rows.db");
  }

  private static SqliteStore open(Path file) throws IOException {
    return SqliteStore.open(file, SqliteStore.WhenBusy.FAIL, notice -> {});
  }

  private void fill(int rows) throws IOException {
    try (SqliteStore store = open(file())) {
      Store.Shelf shelf = store.shelf(DICE, ONE);
      shelf.trust();
      for (int k = 0; k < rows; k++) {
        shelf.put(k, DICE.row(k), Optional.empty());
      }
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement work = connection.createStatement()) {
      work.execute(statement);
    }
  }

  @Test
  void rowsComeBackBitForBit() throws IOException {
    long[] bits = {
      0x7ff8000000000001L, 0xfff0000000000002L, 0x8000000000000000L, 1, 0x7ff0000000000000L
    };
    double[] row = Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray();
    Dice dice = new Dice("bits", bits.length);
    try (SqliteStore store = open(file())) {
      store.shelf(dice, ONE).trust();
      store.shelf(dice, ONE).put(3, row, Optional.empty());
    }
    try (SqliteStore store = open(file())) {
      Store.Shelf shelf = store.shelf(dice, ONE);
      double[] read = shelf.row(3).orElseThrow();
      assertThat(Arrays.stream(read).mapToLong(Double::doubleToRawLongBits))
          .containsExactly(Arrays.stream(bits).boxed().toArray(Long[]::new));
      assertThat(shelf.row(2)).isEmpty();
      assertThat(shelf.lowest()).hasValue(3);
      assertThat(shelf.writer(3)).contains("qbattery 1 (commit one) on Java");
    }
  }

  @Test
  void shelvesAreApart() throws IOException {
    fill(3);
    try (SqliteStore store = open(file())) {
      assertThat(store.shelf(DICE, TWO).row(2)).isPresent();
      assertThat(store.shelf(DICE, ONE).trusted()).isTrue();
      assertThat(store.shelf(DICE, TWO).trusted()).isFalse();
      assertThat(store.shelf(new Dice("stored", 61), ONE).row(2)).isEmpty();
      assertThat(store.shelf(new Dice("other", 60), ONE).lowest()).isEmpty();
    }
  }

  @Test
  void rowsSetAsideAreOutOfSightButThere() throws Exception {
    fill(3);
    try (SqliteStore store = open(file())) {
      Store.Shelf shelf = store.shelf(DICE, TWO);
      shelf.setAside();
      assertThat(shelf.row(0)).isEmpty();
      assertThat(store.shelf(DICE, ONE).trusted()).isFalse();
      assertThatThrownBy(() -> shelf.put(0, new double[60], Optional.empty()))
          .isInstanceOf(IllegalStateException.class);
      shelf.trust();
      shelf.put(0, new double[60], Optional.empty());
      assertThat(shelf.row(0).orElseThrow()).containsOnly(0);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement work = connection.createStatement()) {
      assertThat(work.executeQuery("SELECT count(*) FROM point").getInt(1)).isEqualTo(4);
    }
  }

  /** Holds back what is to be done later, and notes after what time. */
  private static final class HeldBack implements SqliteStore.Later {
    final List<Runnable> work = new ArrayList<>();
    final List<Long> delays = new ArrayList<>();

    @Override
    public void run(Runnable one, long milliseconds) {
      work.add(one);
      delays.add(milliseconds);
    }

    @Override
    public void close() {}
  }

  /** Half a second is promised; the rest of it is for the writing itself. */
  @Test
  void whatWasPutInIsThereForOthersWithinHalfASecond() throws Exception {
    HeldBack later = new HeldBack();
    try (SqliteStore store =
            SqliteStore.open(file(), SqliteStore.WhenBusy.FAIL, notice -> {}, later);
        SqliteStore other = open(file())) {
      Store.Shelf shelf = store.shelf(DICE, ONE);
      shelf.trust();
      shelf.put(0, DICE.row(0), Optional.empty());
      shelf.put(1, DICE.row(1), Optional.empty());
      assertThat(other.shelf(DICE, ONE).row(0)).isEmpty();
      assertThat(later.delays).singleElement().satisfies(d -> assertThat(d).isLessThan(500));
      later.work.get(0).run();
      assertThat(other.shelf(DICE, ONE).row(0)).contains(DICE.row(0));
      assertThat(other.shelf(DICE, ONE).row(1)).contains(DICE.row(1));
      shelf.put(2, DICE.row(2), Optional.empty());
      assertThat(later.work).hasSize(2); // the next row asks for another writing
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"these are notes, not rows", "x"})
  void aForeignFileIsRefusedAndLeftAlone(String text) throws IOException {
    Path foreign = Files.writeString(folder.resolve("notes.txt"), text);
    assertThatThrownBy(() -> open(foreign))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a store");
    assertThat(foreign).hasContent(text);
  }

  @Test
  void aDatabaseOfSomebodyElseIsRefused() throws Exception {
    Files.createDirectories(folder.resolve("deep"));
    sql("CREATE TABLE bookmarks (url TEXT)");
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> open(file())).hasMessageContaining("of another program");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aNewerSchemaIsRefused() throws Exception {
    fill(1);
    sql("PRAGMA user_version = 3");
    assertThatThrownBy(() -> open(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("made by a newer qbattery")
        .hasMessageContaining("of version 3, this program knows 2");
  }

  /** Points of battery files were told by the text of the file; those of papers stay in use. */
  @Test
  void rowsOfBatteryFilesOfAnOlderStoreAreSetAside() throws Exception {
    fill(1);
    Dice old = new Dice("battery file: old", 60);
    try (SqliteStore store = open(file())) {
      Store.Shelf shelf = store.shelf(old, ONE);
      shelf.trust();
      shelf.put(0, old.row(0), Optional.empty());
    }
    sql("UPDATE experiment SET identity = 'battery file: old' WHERE identity LIKE '%old%'");
    sql("DROP INDEX point_by_identity");
    sql("ALTER TABLE point DROP COLUMN point_identity");
    sql("ALTER TABLE experiment DROP COLUMN column_keys");
    sql("PRAGMA user_version = 1");
    List<String> notices = new ArrayList<>();
    try (SqliteStore store = SqliteStore.open(file(), SqliteStore.WhenBusy.FAIL, notices::add)) {
      assertThat(store.shelf(DICE, ONE).row(0)).isPresent();
      assertThat(store.shelf(DICE, ONE).trusted()).isTrue();
    }
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0)).contains("made by an older qbattery", "Rows of 1 such experiment");
    try (StoreKeeper keeper = StoreKeeper.open(file())) {
      assertThat(keeper.list().stream().filter(e -> e.setAside().isPresent())).hasSize(1);
    }
    open(file()).close(); // nothing is left to be done
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> open(folder)).hasMessageContaining("is a folder; a store is a file");
  }

  @Test
  void aPlaceWhereNothingCanBeMadeIsRefused() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> open(inTheWay.resolve("rows.db")))
        .hasMessageContaining("is not a folder and cannot become one");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "No place is known to be read-only here.");
    assertThatThrownBy(() -> open(Path.of("/proc/rows.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be opened for writing");
  }

  @Test
  void aDamagedFileIsTold() throws IOException {
    fill(300);
    byte[] whole = Files.readAllBytes(file());
    byte[] overwritten = whole.clone();
    Arrays.fill(overwritten, 4096, whole.length, (byte) 0x5a);
    for (byte[] damaged : new byte[][] {overwritten, Arrays.copyOf(whole, whole.length / 2)}) {
      Files.write(file(), damaged);
      assertThatThrownBy(this::readAll)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is damaged");
    }
    Files.write(file(), Arrays.copyOf(whole, 60));
    assertThatThrownBy(this::readAll).isInstanceOf(StoreException.class);
  }

  private void readAll() throws IOException {
    try (SqliteStore store = open(file())) {
      Store.Shelf shelf = store.shelf(DICE, ONE);
      for (int k = 0; k < 300; k++) {
        shelf.row(k);
      }
    }
  }

  @Test
  void aSingleWrongBitIsTold() throws Exception {
    fill(3);
    sql("UPDATE point SET numbers = zeroblob(480) WHERE number = 1");
    try (SqliteStore store = open(file())) {
      assertThat(store.shelf(DICE, ONE).row(0)).isPresent();
      assertThatThrownBy(() -> store.shelf(DICE, ONE).row(1))
          .hasMessageContaining("the numbers of point 1 are not those written");
    }
  }

  @Test
  void aFullDiskIsTold() throws Exception {
    fill(3);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement work = connection.createStatement()) {
      work.execute("PRAGMA max_page_count = 1"); // SQLite's own way to run out of room
      assertThatThrownBy(
              () ->
                  work.execute(
                      "INSERT INTO program SELECT NULL, hex(zeroblob(90000)), '', '', '', '', ''"))
          .isInstanceOfSatisfying(
              SQLException.class,
              full ->
                  assertThat(SqliteErrors.with(file(), full))
                      .hasMessageContaining("The disk of the store")
                      .hasMessageContaining("is full"));
    }
  }

  @Test
  void aDamagedRowIsFoundAndTakenOutAndComputedAnew() throws Exception {
    fill(3);
    sql("UPDATE point SET numbers = zeroblob(480) WHERE number = 1");
    try (StoreKeeper keeper = StoreKeeper.open(file())) {
      assertThat(keeper.list())
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.rows()).isEqualTo(3);
                assertThat(e.bytes()).isEqualTo(3 * 480);
                assertThat(e.programs()).containsExactly("1 (one)");
              });
      assertThat(keeper.damaged()).containsExactly(new StoreKeeper.Damaged(1, 1));
      assertThat(keeper.repair().rows()).hasSize(1);
      assertThat(keeper.damaged()).isEmpty();
    }
    fill(3);
    try (SqliteStore store = open(file())) {
      assertThat(store.shelf(DICE, ONE).row(1)).contains(DICE.row(1));
    }
  }

  @Test
  void anExperimentIsDroppedWithItsRows() throws Exception {
    fill(3);
    try (StoreKeeper keeper = StoreKeeper.open(file())) {
      assertThatThrownBy(() -> keeper.drop(7)).hasMessageContaining("no experiment 7");
      keeper.drop(1);
      assertThat(keeper.list()).isEmpty();
    }
    try (SqliteStore store = open(file());
        Store.Shelf shelf = store.shelf(DICE, ONE)) {
      shelf.claim();
      try (StoreKeeper keeper = StoreKeeper.open(file())) {
        assertThatThrownBy(keeper::repair).hasMessageContaining("is in use");
      }
      assertThat(shelf.row(1)).isEmpty();
    }
    assertThatThrownBy(() -> StoreKeeper.open(folder.resolve("none")))
        .hasMessageContaining("There is no store");
  }

  @Test
  void whoeverHoldsTheFileForLongIsNotGuessed() throws Exception {
    fill(1);
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=1");
        Statement work = other.createStatement()) {
      work.execute("BEGIN EXCLUSIVE");
      try (Connection another =
              DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=1");
          Statement busy = another.createStatement()) {
        assertThatThrownBy(() -> busy.execute("BEGIN IMMEDIATE"))
            .isInstanceOfSatisfying(
                SQLException.class,
                e -> {
                  assertThat(SqliteErrors.isBusy(e)).isTrue();
                  assertThat(SqliteErrors.with(file(), e))
                      .hasMessageContaining("locked by another program for ten seconds")
                      .hasMessageContaining("--store");
                });
      }
    }
    assertThat(StoreLock.withoutLocks(file(), "No locks available"))
        .contains("refuses to lock files there (No locks available)", "--store");
  }

  @Test
  void anExperimentThatIsSetAsideWhileItIsComputedIsTold() throws Exception {
    try (SqliteStore store = open(file());
        SqliteStore other = open(file())) {
      Store.Shelf shelf = store.shelf(DICE, ONE);
      shelf.trust();
      other.shelf(DICE, TWO).setAside();
      assertThatThrownBy(() -> shelf.put(0, DICE.row(0), Optional.empty()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("were set aside or dropped by another qb");
    }
  }

  @Test
  void aStoreThatIsDeletedWhileInUseIsTold() throws IOException {
    SqliteStore store = open(file());
    Store.Shelf shelf = store.shelf(DICE, ONE);
    shelf.trust();
    Files.delete(file());
    shelf.put(0, DICE.row(0), Optional.empty());
    assertThatThrownBy(shelf::flush).hasMessageContaining("was deleted, moved or replaced");
    assertThatThrownBy(store::close).isInstanceOf(StoreException.class);
  }

  @Test
  void noLibraryStaysInTheTemporaryFolder() throws Exception {
    fill(1);
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .noneMatch(name -> name.startsWith(NativeLibrary.name()));
    }
  }
}
