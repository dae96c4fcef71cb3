// What browsers do to a page that they translate, without its words: they stay, so that tests find them.

/** As Chrome does: each text stands in two elements of the browser's own, and the node that the app made is gone. */
function intoFonts(node) {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    if (!/\S/.test(text.data) || text.parentElement.closest('font, script, style, textarea')) continue;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** As Firefox does: what an element holds is taken out and put in anew; comments are lost, texts are one, and elements stand behind them in another order. */
function anew(node) {
  const elements = [node, ...node.querySelectorAll('*')].filter((e) => !e.closest('script, style, textarea, select, table, svg'));
  for (const element of elements) {
    const [own, texts] = [[...element.children], [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && /\S/.test(n.data))];
    for (const comment of [...element.childNodes].filter((n) => n.nodeType === Node.COMMENT_NODE)) comment.remove();
    if (!texts.length) continue;
    const all = texts.map((text) => text.data).join('');
    element.replaceChildren(document.createTextNode(all), ...own.reverse());
  }
}

/** Does it to the page, and from then on to all that comes into it. */
function begin(act) {
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) if (target.isConnected) act(target.nodeType === Node.TEXT_NODE ? target.parentElement : target);
    // What the translation itself did is no news.
    watch.takeRecords();
  });
  act(document.body);
  watch.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
}

export const ways = { fonts: intoFonts, anew };

/** Translates the page. As a text, since the page's policy allows no code that is made on the way. */
export const translate = (page, way) => page.evaluate(`(${begin})(${ways[way]})`);
