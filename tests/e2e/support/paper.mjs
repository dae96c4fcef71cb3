// What is printed, as a reader of PDF has it.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The texts of each page of a PDF, and those that do not lie wholly on their page. */
export async function read(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 }).promise;
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    const cut = items.filter(({ str, width: length, transform: [cos, sin, , , x, y] }) => {
      // A text that was turned runs upwards, or downwards.
      const [right, up] = [cos, sin].map((part) => length * Math.sign(Math.abs(part) < 1e-3 ? 0 : part));
      const [xs, ys] = [[x, x + right], [y, y + up]];
      return str.trim() && (Math.min(...xs) < 20 || Math.max(...xs) > width - 20 || Math.min(...ys) < 20 || Math.max(...ys) > height - 20);
    });
    pages.push({ text: items.map((i) => i.str).join(' ').replace(/\s+/g, ' '), cut: cut.map((i) => i.str) });
  }
  return pages;
}
