// Reads files beside the page. The page sends the wasm first, already checked, and then messages, each
// with a file or without; every message has its answer, in order. Nothing is fetched here.
const YEAR = 365 * 86_400_000;
// No export that is worth reading is older.
const FIRST = Date.UTC(1990, 0, 1);
// Which part of what is to be done for a file it is to put it into the memory of the wasm.
const PUT = 0.2;
// So many bytes stay near the processor until the wasm has looked at them.
const PIECE = 1 << 17;
// The files that may be asked for once more, by their numbers: of a large one the wasm keeps what its numbers need.
const files = [undefined];
let exports;
// Whether what is being told brings a file: nothing else takes long enough to speak of.
let isFile = false;
let ready;
let queue = new Promise((done) => { ready = done; });

const encode = (text) => new TextEncoder().encode(text);
const memory = () => new Uint8Array(exports.memory.buffer);

/** Says something to the wasm and hands back what it answers. */
function tell(message) {
  const bytes = encode(JSON.stringify(message));
  const at = exports.room(bytes.length);
  memory().set(bytes, at);
  const length = exports.tell();
  const from = exports.answer();
  return new TextDecoder().decode(memory().subarray(from, from + length));
}

/** Hands a file to the wasm, piece by piece. */
async function put(file, again, progress) {
  exports.file(file.size, again);
  let done = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { done: isEnd, value } = await reader.read();
    if (isEnd) return;
    for (let from = 0; from < value.length; from += PIECE) {
      const piece = value.subarray(from, from + PIECE);
      const at = exports.piece(piece.length);
      memory().set(piece, at);
    }
    done += value.length;
    progress(done);
  }
}

/** Puts some bytes of a file into the memory of the wasm. Where it is gone or was changed, there are none. */
function bring(number, from, to, length) {
  try {
    const bytes = new FileReaderSync().readAsArrayBuffer(files[number].slice(from, from + length));
    memory().set(new Uint8Array(bytes), to);
    return bytes.byteLength;
  } catch {
    return 0;
  }
}

/** Seconds that clocks are ahead of UTC at a moment, as they are read there. */
function offset(format, at) {
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((local - Math.floor(at / 1000) * 1000) / 1000);
}

/** From when on which offset holds, between two moments: month by month, halved where two differ. */
function steps(timeZone, from, to) {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const found = [[from, offset(format, from)]];
  for (let at = from; at < to;) {
    const next = at + 28 * 86_400_000;
    let [, was] = found.at(-1);
    const then = offset(format, next);
    if (then !== was) {
      let [low, high] = [at, next];
      while (high - low > 1000) {
        const middle = Math.floor((low + high) / 2000) * 1000;
        if (offset(format, middle) === was) low = middle;
        else high = middle;
      }
      found.push([high, then]);
    }
    at = next;
  }
  return found;
}

async function handle({ file, message }) {
  isFile = Boolean(file);
  if (file) {
    // What is read otherwise than it was found is read as a whole.
    message.again = message.place === undefined ? files.push(file) - 1 : 0;
    await put(file, message.again, (done) => postMessage({ progress: PUT * done / file.size }));
  }
  // Clocks are the browser's to know.
  if (message.zone) {
    try {
      message.steps = steps(message.zone, FIRST, Date.now() + YEAR);
    } catch {
      message.zone = 'UTC';
    }
  }
  postMessage(message.do === 'csv' ? { csv: rows(message) } : { answer: tell(message) });
}

/** All rows behind a number, put together here: of a million, there are too many for one text. */
function rows(message) {
  const parts = [];
  for (let from = 0; from !== undefined;) {
    const { csv, next } = JSON.parse(tell({ ...message, from }));
    parts.push(new Blob([csv]));
    // After the last ones there is none.
    from = next ?? undefined;
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

async function start(wasm) {
  const module = await WebAssembly.compile(wasm);
  // What the wasm says while it works reaches the page at once.
  const imports = { worker: { bring, progress: (done) => isFile && postMessage({ progress: PUT + (1 - PUT) * done }) } };
  // What crates bring that are there for the app: nothing here calls it, and the published file has none.
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] ??= () => { throw new Error(name); };
  ({ exports } = await WebAssembly.instantiate(module, imports));
}

const failed = (error) => postMessage({ failed: String(error) });
onmessage = ({ data }) => {
  // The wasm may come after what is to be told to it.
  if (data.wasm) {
    start(data.wasm).then(ready).catch(failed);
  } else {
    queue = queue.then(() => handle(data)).catch(failed);
  }
};
