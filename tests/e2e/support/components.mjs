// What the app draws, taken out of it and put on one page.
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from './site.mjs';

/**
 * The markup of an element as it is now, within the classes that it stands in. Without what ties it to
 * its page (ids, addresses, groups of radios), and with what has been chosen or typed.
 */
export async function taken(where) {
  await where.waitFor();
  return where.evaluate((element) => {
    const ties = ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'popovertarget', 'data-early'];
    const copy = element.cloneNode(true);
    const was = [element, ...element.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((now, at) => {
      ties.forEach((tie) => now.removeAttribute(tie));
      if (now.hasAttribute('href')) now.setAttribute('href', '#');
      if (was[at].checked) now.setAttribute('checked', '');
      if (was[at] instanceof HTMLInputElement && was[at].type === 'text') now.setAttribute('value', was[at].value);
      // What is drawn has its pictures in tests/golden/figures.
      if (now instanceof HTMLCanvasElement) now.replaceWith(document.createElement('hr'));
    });
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const all = [];
    while (comments.nextNode()) all.push(comments.currentNode);
    all.forEach((comment) => comment.remove());
    let html = copy.outerHTML;
    for (let around = element.parentElement; around && !around.matches('main, body'); around = around.parentElement) {
      if (around.className && !around.matches('.live')) html = `<${around.localName} class="${around.className}">${html}</${around.localName}>`;
    }
    const blocks = 'li|div|p|section|ul|ol|form|fieldset|label|header|nav|aside|table|tr|h2|h3|details|summary|figure|article|a|button';
    return html.replace(new RegExp(`(<(?:${blocks})[ >])`, 'g'), '\n$1').trim();
  });
}

/** The styles, in the order in which the app has them. */
async function styles() {
  const page = await fs.readFile(path.join(root, 'index.html'), 'utf8');
  const first = [...page.matchAll(/href="(style\/\w+\.css)"/g)].map(([, file]) => file);
  const all = (await fs.readdir(path.join(root, 'style'))).map((name) => `style/${name}`);
  // Layers put them in order, whatever comes first.
  return [...first, ...all.filter((file) => !first.includes(file)).sort()];
}

/** The page: a section for each component, an example for each state. */
export async function componentsPage(found) {
  const names = [...new Set(found.map(({ component }) => component))];
  const sections = names.map((name) => [name, found.filter(({ component }) => component === name)]);
  const example = ({ state, html }) => `${state && `<h3>${state}</h3>\n`}<div class="example">\n${html}\n</div>`;
  const section = ([component, states]) => `<section>\n<h2>${component}</h2>\n${states.map(example).join('\n')}\n</section>`;
  const links = (await styles()).map((file) => `<link rel="stylesheet" href="../${file}">`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Components</title>
${links.join('\n')}
<style>
  @layer pages { .example { contain: layout; overflow: auto; border: 1px dashed var(--line); border-radius: var(--round); padding: 1rem; } .example:has(.answerbar, .toast) { min-height: 6rem; } .example .answerbar, .example .toast { position: static; margin: 0; } h3 { color: var(--muted); font-size: var(--small); } }
</style>
</head>
<body>
<main>
<h1>Components</h1>
<p class="lead">Each part of the face in its states, as the app drew it. Try them in light and dark, narrow and wide, with forced colours and on paper.</p>
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}
