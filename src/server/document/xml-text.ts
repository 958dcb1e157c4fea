// Which characters may stand in a file, and how wide is a line of them?

/** Without what XML 1.0 forbids: control characters go, half a surrogate pair becomes U+FFFD. Tabs become spaces. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
  );
}

/** For HTML and XML, attributes included. */
export function escapeMarkup(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Width in Chinese characters: Latin letters, digits and ASCII signs count half. */
export function widthInChars(text: string): number {
  let width = 0;
  for (const char of cleanText(text))
    width += (char.codePointAt(0) ?? 0) < 0x2e80 && !/[‘’“”…—·]/.test(char) ? 0.5 : 1;
  return width;
}

/** A name for a bookmark or anchor per id: letters, digits, '_', at most 40 long, each different. */
export function anchorNames(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const base = `n_${id.replace(/[^A-Za-z0-9_]/g, '_')}`.slice(0, 40);
    let name = base;
    for (let i = 2; taken.has(name.toLowerCase()); i += 1)
      name = `${base.slice(0, 39 - String(i).length)}_${i}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
