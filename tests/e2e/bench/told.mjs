// A million rows, and a wasm that is told them as the worker of the page tells it.

export const ROWS = 1_000_000;
// As the worker hands a file over.
const PIECE = 1 << 17;

/** A revision that looks like one. */
let seed = 1n;
function sha() {
  let text = '';
  while (text.length < 40) {
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n);
    text += (seed >> 24n).toString(16).padStart(10, '0');
  }
  return text;
}

const time = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** A deployment about every half minute of a year, and now and then one that failed. */
const begin = Date.UTC(2026, 0, 1);
export const files = {
  'id, environment, end, revision': ['id,environment,finished_at,sha', (i, at) => `${i},production,${time(at)},${sha()}`],
  'revision, commit, end, failed': ['sha,committed_at,finished_at,failed', (i, at) => `${sha()},${time(at - 3_600_000 - (i * 7919) % 400_000_000)},${time(at)},${i % 13 === 0}`],
};

/** The bytes of one of them. */
export function bytesOf(what) {
  const [header, row] = files[what];
  const lines = [header];
  for (let i = 0; i < ROWS; i++) lines.push(row(i, begin + i * 31_000));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** From the bytes of a file to its numbers, in a new instance of the wasm. */
export async function study(module, bytes) {
  let exports;
  const put = (bytes, place) => new Uint8Array(exports.memory.buffer).set(bytes, place);
  let again = 0;
  /** Brings a part of the file once more. */
  function bring(number, from, to, length) {
    const part = bytes.subarray(from, from + length);
    put(part, to);
    again += part.length;
    return part.length;
  }
  const imports = { worker: { bring, progress() {} } };
  // As the worker has it.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] ??= () => { throw new Error(name); };
  ({ exports } = await WebAssembly.instantiate(module, imports));
  function tell(message) {
    const text = new TextEncoder().encode(JSON.stringify(message));
    put(text, exports.room(text.length));
    const length = exports.tell();
    const from = exports.answer();
    return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, from, length)));
  }
  tell({ do: 'begin', now: begin + 2 * 365 * 86_400_000, zone: 'UTC' });
  const start = performance.now();
  exports.file(bytes.length, 1);
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    put(piece, exports.piece(piece.length));
  }
  const { readings } = tell({ do: 'add', name: 'deployments.csv', again: 1 });
  return { took: performance.now() - start, memory: exports.memory.buffer.byteLength, readings, again };
}
