// Writes the digest of the page's one style element into the page's policy. Trunk calls it.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(process.env.TRUNK_STAGING_DIR, 'index.html');
const page = fs.readFileSync(file, 'utf8');
const styles = [...page.matchAll(/<style[^>]*>([^]*?)<\/style>/g)];
if (styles.length !== 1 || !page.includes('sha256-of-style')) throw new Error('index.html: not one style and one place for its digest');
const digest = createHash('sha256').update(styles[0][1]).digest('base64');
fs.writeFileSync(file, page.replace('sha256-of-style', `sha256-${digest}`));
