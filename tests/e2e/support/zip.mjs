// The files of a ZIP, as this app writes it: each stored as it is.

/** The texts in it, by name. */
export function unpacked(bytes) {
  const files = new Map();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, name, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    files.set(bytes.toString('utf8', at + 30, at + 30 + name), bytes.toString('utf8', start, start + size));
    at = start + size;
  }
  return files;
}
