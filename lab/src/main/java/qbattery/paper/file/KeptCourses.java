package qbattery.paper.file;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import qbattery.file.Reading;
import qbattery.file.words.BatteryFile;
import qbattery.paper.judge.CourseArray;
import qbattery.study.Courses;
import qbattery.study.Errors;
import qbattery.study.Study;

/**
 * The courses that claims and figures of a paper have asked for: several look at the same curves,
 * so they are kept for as long as there is memory.
 */
final class KeptCourses {

  private final Map<BatteryFile, SoftReference<Places>> known = new HashMap<>();

  /** What comes of a battery file, at each place of its sweep. */
  private record Places(Study study, List<Courses> courses) {

    static Places of(Reading reading, Duration longest) {
      Study study = Study.of(reading, Errors.ALL, longest);
      return new Places(
          study,
          IntStream.range(0, study.places().size())
              .mapToObj(place -> Courses.of(study, place))
              .toList());
    }
  }

  /** A measure along the swept parameters; an evolution that would take longer is refused. */
  synchronized CourseArray of(Reading reading, String measure, Duration longest) {
    Places places =
        Optional.ofNullable(known.get(reading.file()))
            .flatMap(kept -> Optional.ofNullable(kept.get()))
            .orElseGet(() -> Places.of(reading, longest));
    known.put(reading.file(), new SoftReference<>(places));
    return new CourseArray(
        Computing.Computed.axes(places.study()),
        places.courses().stream().map(c -> c.of(measure)).toList());
  }
}
