package qbattery.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildFingerprintTest {

  @Test
  void theRunningProgramIsAlwaysTheSame() {
    BuildFingerprint program = BuildFingerprint.running();
    assertThat(program.fingerprint()).matches("[0-9a-f]{64}"); // a hash: its classes were found
    assertThat(program).isEqualTo(BuildFingerprint.running());
    assertThat(program.inWords()).startsWith("qbattery ").contains("commit").contains(" on ");
  }
}
