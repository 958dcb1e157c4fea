// In which state is a paper, and how does a file of it reach the person's disk?
import { ProblemError } from '../../client/api.ts';
import { useText } from '../../client/i18n.ts';
import type { ReplyOf } from '../../contract/api.ts';

export type DocumentsOnWire = ReplyOf<'documents'>;
export type DocumentOnWire = DocumentsOnWire['documents'][number];

export function StateMark(props: { readonly document: DocumentOnWire }) {
  const { state, bound, gaps, versions } = props.document;
  const text = useText();
  const must = gaps.filter((gap) => gap.must).length;
  const last = versions.at(-1);
  if (bound) return <span className="mark calm">{text('document.state.bound')}</span>;
  const more =
    state === 'issued' && last && last.version > 1
      ? ` · ${text('document.version', { n: last.version })}`
      : '';
  const look = { issued: 'done', ready: 'ready', lacking: 'soon', idle: 'calm' }[state];
  return (
    <span className={`mark ${look}`}>
      {text(`document.state.${state}`, { n: must })}
      {more}
    </span>
  );
}

/** Saves what `url` answers under the name it gives; throws ProblemError when it is refused. */
export async function download(url: string): Promise<void> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as { refusals?: never[] } | null;
    throw new ProblemError(response.status, problem?.refusals ?? []);
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = globalThis.document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named ? decodeURIComponent(named) : '';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
