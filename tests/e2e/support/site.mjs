// Serves the built folder as GitHub Pages would, under any prefix; `tamper` changes what is sent: it
// gives the body, or `{ body, type, isEndless }`, or a promise of one.
import http from 'node:http';
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
/** The built folder: what is tested. */
export const built = path.join(root, process.env.DIST ?? 'dist');
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', svg: 'image/svg+xml', webmanifest: 'application/manifest+json' };

/** `isPacked`: on the wire as GitHub Pages sends it, packed anew each time. `headers` are sent with everything. `delay`: how long each reply waits, in milliseconds. */
export async function serve({ prefix = '/', tamper = (_name, body) => body, isPacked = false, headers = {}, delay = 0 } = {}) {
  /** Files that are hosted beside the page, by name. */
  const beside = new Map();
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) || 'index.html' : null;
    const file = name && path.join(built, path.normalize(`/${name}`));
    const found = beside.get(name) ?? (file && (await fs.readFile(file).catch(() => null)));
    const sent = found && (await tamper(name, found));
    const { body, type, isEndless } = Buffer.isBuffer(sent) ? { body: sent } : sent ?? {};
    // As GitHub Pages shows it, within the folder of the page.
    const missing = (name && (await fs.readFile(path.join(built, '404.html')).catch(() => null))) ?? Buffer.from('not found');
    response.writeHead(body ? 200 : 404, { 'content-type': (body ? type ?? types[name.split('.').pop()] : name && types.html) || 'text/plain', ...(isPacked && { 'content-encoding': 'gzip' }) });
    if (delay) await new Promise((go) => { setTimeout(go, delay); });
    if (isEndless) return response.write(body);
    response.end(isPacked ? zlib.gzipSync(body || missing, { level: 6 }) : body || missing);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: origin + prefix, put: (name, text) => beside.set(name, Buffer.from(text)), stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}
