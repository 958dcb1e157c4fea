// Two people changed the same summary: what did each write, and which holds?
import { Button, Modal } from 'antd';
import { useText } from '../../client/i18n.ts';
import { inlineText } from '../../domain/report/document.ts';
import type { Edits } from '../../domain/report/edit.ts';
import { mergeEdits, type ReportView, wordsText } from './report-view.ts';
import type { Desk } from './use-report.ts';

interface Pair {
  readonly key: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Sentences, headings and choices in which the two differ. */
export function differingEdits(theirs: Edits, mine: Edits, view: ReportView): Pair[] {
  const said = new Map(
    view.sections.flatMap((s) => s.sentences.map((x) => [x.id, inlineText(x.inlines)] as const)),
  );
  const ids = new Set([...Object.keys(theirs.words ?? {}), ...Object.keys(mine.words ?? {})]);
  const words = [...ids].map((id) => ({
    key: id,
    theirs: theirs.words?.[id] ? wordsText(theirs.words[id], view.numbers) : (said.get(id) ?? ''),
    mine: mine.words?.[id] ? wordsText(mine.words[id], view.numbers) : (said.get(id) ?? ''),
  }));
  const rest = new Set([...Object.keys(theirs), ...Object.keys(mine)].filter((key) => key !== 'words'));
  const other = [...rest].map((key) => ({
    key,
    theirs: plain(theirs[key as keyof Edits]),
    mine: plain(mine[key as keyof Edits]),
  }));
  return [...words, ...other].filter((pair) => pair.theirs !== pair.mine);
}

function plain(value: unknown): string {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (typeof value === 'object') return Object.values(value).map(plain).join(' · ');
  return String(value);
}

export function ConflictDialog(props: { readonly desk: Desk; readonly view: ReportView }) {
  const { desk, view } = props;
  const text = useText();
  const { conflict } = desk;
  if (!conflict) return null;
  const pairs = differingEdits(conflict.theirs, conflict.mine, view);
  return (
    <Modal
      open
      closable={false}
      width={760}
      title={text('report.conflict')}
      footer={[
        <Button key="theirs" onClick={() => desk.settle(conflict.theirs)}>
          {text('report.takeTheirs')}
        </Button>,
        <Button
          key="merge"
          type="primary"
          onClick={() => desk.settle(mergeEdits(conflict.theirs, conflict.mine))}
        >
          {text('report.merge')}
        </Button>,
      ]}
    >
      <p>{text('report.conflictMeans')}</p>
      <table className="plain conflict">
        <thead>
          <tr>
            <th>{text('report.theirs')}</th>
            <th>{text('report.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.key}>
              <td>{pair.theirs}</td>
              <td>{pair.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
