// How do a sentence's words and numbers stand in the page while they are edited, and how are they read back?
import type { Inline } from '../../domain/report/document.ts';
import type { EditInline } from '../../domain/report/edit.ts';

/** Fills `box`; a number is one piece that cannot be typed into. */
export function writeSentence(box: HTMLElement, inlines: readonly Inline[], title: string): void {
  box.replaceChildren(
    ...inlines.map((inline) => {
      if (inline.t === 'text') return document.createTextNode(inline.text);
      const chip = document.createElement('span');
      chip.className = inline.warn ? 'num-chip warn' : 'num-chip';
      chip.contentEditable = 'false';
      chip.dataset['num'] = inline.id;
      chip.draggable = true;
      chip.tabIndex = 0;
      chip.setAttribute('role', 'button');
      chip.title = title;
      chip.textContent = inline.text;
      return chip;
    }),
  );
}

/** Texts and numbers in reading order; whatever else a browser put in is only its text. */
export function readSentence(box: HTMLElement): EditInline[] {
  const pieces: EditInline[] = [];
  const walk = (node: Node) => {
    if (node instanceof HTMLElement && node.dataset['num']) {
      pieces.push({ t: 'num', id: node.dataset['num'] });
      return;
    }
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/[\u200b\u00a0\r\n]/g, (c) =>
        c === '\u200b' ? '' : ' ',
      );
      const last = pieces.at(-1);
      if (text === '') return;
      if (last?.t === 'text') pieces[pieces.length - 1] = { t: 'text', text: last.text + text };
      else pieces.push({ t: 'text', text });
      return;
    }
    node.childNodes.forEach(walk);
  };
  box.childNodes.forEach(walk);
  return pieces;
}

export function sameWords(a: readonly EditInline[], b: readonly EditInline[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a paste may bring: words, and numbers of this summary; nothing else of the page it came from. */
export function pastedNodes(data: DataTransfer, known: (id: string) => Inline | null, title: string): Node[] {
  const html = data.getData('text/html');
  const box = document.createElement('span');
  if (html.includes('data-num')) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const inlines = readSentence(parsed.body).flatMap((piece): Inline[] => {
      if (piece.t === 'text') return [{ t: 'text', text: piece.text }];
      const inline = known(piece.id);
      return inline ? [inline] : [];
    });
    writeSentence(box, inlines, title);
  } else box.textContent = data.getData('text/plain').replace(/\s*[\r\n]+\s*/g, '');
  return [...box.childNodes];
}
