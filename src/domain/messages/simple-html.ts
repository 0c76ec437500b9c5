/** A message's plain text as the HTML beside it: paragraphs, line breaks, one link; everything else is letters. */
const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in double or single quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark]!);

/** @param link the one address in the text that may be pressed; what people typed never becomes one */
export function simpleHtml(text: string, link: string | null): string {
  const linked = (line: string): string =>
    link === null
      ? escapeHtml(line)
      : line
          .split(link)
          .map(escapeHtml)
          .join(`<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`);
  const paragraphs = text
    .split(/\n{2,}/)
    .map((one) => `<p dir="auto">${one.split('\n').map(linked).join('<br>')}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}
