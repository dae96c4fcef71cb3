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
    const cut = items.filter((i) => i.str.trim() && (i.transform[4] < 20 || i.transform[4] + i.width > width - 20 || i.transform[5] < 20 || i.transform[5] > height - 20));
    pages.push({ text: items.map((i) => i.str).join(' ').replace(/\s+/g, ' '), cut: cut.map((i) => i.str) });
  }
  return pages;
}
