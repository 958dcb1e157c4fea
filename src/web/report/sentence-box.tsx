// How is one sentence edited in place? Words are typed, numbers are moved or deleted but never changed.
import { useEffect, useRef } from 'react';
import { useText } from '../../client/i18n.ts';
import type { Inline } from '../../domain/report/document.ts';
import type { EditInline } from '../../domain/report/edit.ts';
import { inlinesToWords, type Sentence } from './report-view.ts';
import { pastedNodes, readSentence, sameWords, writeSentence } from './sentence-dom.ts';

export interface SentenceBoxProps {
  readonly sentence: Sentence;
  readonly editable: boolean;
  readonly epoch: number;
  readonly chosen: string | null;
  readonly active: boolean;
  /** The inline of a number of this summary, or null. */
  readonly numberOf: (id: string) => Inline | null;
  readonly write: (words: readonly EditInline[]) => void;
  readonly focus: () => void;
  readonly leave: (words: readonly EditInline[]) => void;
  readonly choose: (number: string) => void;
}

/** The number being dragged, so that a drop moves it instead of making a second one. */
let dragged: HTMLElement | null = null;

function liftDragged(): void {
  const home = dragged?.closest<HTMLElement>('[role="textbox"]');
  dragged?.remove();
  dragged = null;
  home?.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export function SentenceBox(props: SentenceBoxProps) {
  const { sentence, editable, epoch, chosen, active, numberOf, write, focus, leave, choose } = props;
  const text = useText();
  const box = useRef<HTMLSpanElement>(null);
  const title = text('report.chip');
  const drawn = useRef(-1);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const wanted = inlinesToWords(sentence.inlines);
    const typing = document.activeElement === element && drawn.current === epoch;
    // What is typed comes back the same and is left alone under the fingers; only a number's new value waits.
    const same = typing
      ? sameWords(readSentence(element), wanted)
      : drawn.current === epoch && sameNow(element, sentence.inlines, wanted);
    if (!same) writeSentence(element, sentence.inlines, title);
    drawn.current = epoch;
  }, [sentence.inlines, epoch, title]);
  // A paragraph just added waits for its first word.
  const fresh = sentence.origin === 'added' && sentence.inlines.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes onto the page
  useEffect(() => {
    if (fresh && editable) box.current?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chips are drawn anew with the words
  useEffect(() => {
    for (const chip of box.current?.querySelectorAll<HTMLElement>('[data-num]') ?? [])
      chip.classList.toggle('on', chip.dataset['num'] === chosen);
  }, [chosen, sentence.inlines, epoch]);
  const numberAt = (target: EventTarget) =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-num]')?.dataset['num'] : undefined;
  const paste = (data: DataTransfer) => {
    const selection = window.getSelection();
    if (!selection || selection.rangeCount === 0 || !box.current) return;
    const range = selection.getRangeAt(0);
    range.deleteContents();
    const nodes = pastedNodes(data, numberOf, title);
    for (const node of nodes.toReversed()) range.insertNode(node);
    range.collapse(false);
    write(readSentence(box.current));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a sentence is part of a paragraph, which no input can be
    <span
      ref={box}
      className={`sentence${active ? ' active' : ''}${sentence.edited ? ' edited' : ''}`}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-readonly={!editable}
      aria-label={text('report.sentence')}
      data-empty={text('report.typeHere')}
      contentEditable={editable}
      suppressContentEditableWarning
      spellCheck={false}
      onFocus={focus}
      onBlur={() => box.current && leave(readSentence(box.current))}
      onInput={() => box.current && write(readSentence(box.current))}
      onClick={(event) => {
        const number = numberAt(event.target);
        if (number) choose(number);
      }}
      onKeyDown={(event) => {
        const number = numberAt(event.target);
        if (number && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          choose(number);
        } else if (event.key === 'Enter') event.preventDefault();
        if (event.key === 'Escape') box.current?.blur();
      }}
      onDragStart={(event) => {
        const chip = (event.target as HTMLElement).closest?.<HTMLElement>('[data-num]');
        dragged = chip ?? null;
        if (chip) event.dataTransfer.setData('text/html', chip.outerHTML);
      }}
      onDragEnd={() => {
        dragged = null;
      }}
      onPaste={(event) => {
        event.preventDefault();
        if (editable) paste(event.clipboardData);
      }}
      onDrop={(event) => {
        event.preventDefault();
        // A paragraph of one's own holds words only: a number dropped there would be lost.
        if (!editable || (dragged && sentence.origin === 'added')) return;
        const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
        if (!caret || dragged?.contains(caret.offsetNode)) return;
        window.getSelection()?.collapse(caret.offsetNode, caret.offset);
        paste(event.dataTransfer);
        liftDragged();
      }}
    />
  );
}

function sameNow(box: HTMLElement, inlines: readonly Inline[], wanted: readonly EditInline[]): boolean {
  if (!sameWords(readSentence(box), wanted)) return false;
  return box.textContent === inlines.map((inline) => inline.text).join('');
}

/** A line of plain words edited in place: title, heading, addressee. */
export function LineBox(props: {
  readonly value: string;
  readonly label: string;
  readonly editable: boolean;
  readonly epoch: number;
  readonly write: (value: string) => void;
}) {
  const { value, label, editable, epoch, write } = props;
  const box = useRef<HTMLSpanElement>(null);
  const drawn = useRef(-1);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const typing = document.activeElement === element && drawn.current === epoch;
    if (!typing && element.textContent !== value) element.textContent = value;
    drawn.current = epoch;
  }, [value, epoch]);
  const read = () => (box.current?.textContent ?? '').replace(/\s*[\r\n]+\s*/g, '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a heading, which no input can be
    <span
      ref={box}
      className="line"
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-readonly={!editable}
      contentEditable={editable ? 'plaintext-only' : false}
      suppressContentEditableWarning
      spellCheck={false}
      data-empty={label}
      onInput={() => write(read())}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          box.current?.blur();
        }
      }}
    />
  );
}
