package qbattery.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A row as bytes: IEEE doubles, the lowest byte first, bit for bit. */
final class RowBytes {

  private RowBytes() {}

  static byte[] of(double[] row) {
    ByteBuffer bytes =
        ByteBuffer.allocate(row.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : row) {
      // As an integer: on some processors a NaN changes when it passes as a number.
      bytes.putLong(Double.doubleToRawLongBits(value));
    }
    return bytes.array();
  }

  static double[] row(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    double[] row = new double[bytes.length / Double.BYTES];
    for (int k = 0; k < row.length; k++) {
      row[k] = Double.longBitsToDouble(buffer.getLong());
    }
    return row;
  }

  static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
