// What stands beside the paper? The chosen number, the chosen sentence, what needs attention, what might be said.
import { Button } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { findFigure } from '../../domain/figure/catalogue.ts';
import { NumberPanel } from './number-panel.tsx';
import { withoutSentence } from './report-paper.tsx';
import { dropWords, type ReportView, type Section, type Sentence, toggled } from './report-view.ts';
import type { Desk } from './use-report.ts';

const SHOWN = 6;

export interface SideProps {
  readonly desk: Desk;
  readonly view: ReportView;
  readonly sections: readonly Section[];
  readonly editable: boolean;
  readonly chosen: string | null;
  /** Brings a section, or a number, of the paper into view. */
  readonly go: (section: string) => void;
  readonly find: (number: string) => void;
  readonly sentence: string | null;
}

export function ReportSide(props: SideProps) {
  const { desk, view, editable, chosen } = props;
  const text = useText();
  return (
    <aside className="side-panel" aria-label={text('report.side')}>
      {chosen && view.numbers[chosen] ? (
        <NumberPanel id={chosen} view={view} desk={desk} editable={editable} />
      ) : (
        <p className="quiet">{text('report.pickNumber')}</p>
      )}
      {editable && <SentencePanel {...props} />}
      {view.signed && <Differences {...props} />}
      <Warnings {...props} />
      {editable && <Proposals {...props} />}
    </aside>
  );
}

function SentencePanel(props: SideProps) {
  const { desk, sections, sentence } = props;
  const text = useText();
  const section = sections.find((s) => s.sentences.some((one) => one.id === sentence));
  const found = section?.sentences.find((one) => one.id === sentence);
  if (!section || !found) return null;
  const add = () =>
    desk.change(
      (now) => ({
        ...now,
        added: [...(now.added ?? []), { id: newId(), section: section.id, after: found.id, text: '' }],
      }),
      'add',
    );
  return (
    <section>
      <h3>{text('report.thisSentence')}</h3>
      <div className="side-tools">
        <Button size="small" onClick={add}>
          {text('report.addAfter')}
        </Button>
        <HideButton desk={desk} sentence={found} />
        {found.edited && found.origin !== 'added' && (
          <Button
            size="small"
            onClick={() => desk.change((now) => dropWords(now, found.id), `drop${found.id}`)}
          >
            {text('report.restoreWords')}
          </Button>
        )}
      </div>
    </section>
  );
}

function HideButton(props: { readonly desk: Desk; readonly sentence: Sentence }) {
  const { desk, sentence } = props;
  const text = useText();
  return (
    <Button
      size="small"
      onClick={() => desk.change((now) => withoutSentence(now, sentence), `hide${sentence.id}`)}
    >
      {text(sentence.origin === 'added' ? 'report.deleteSentence' : 'report.hideSentence')}
    </Button>
  );
}

function Differences(props: SideProps) {
  const { view, find } = props;
  const text = useText();
  const say = useSay();
  if (view.differences.length === 0) return <p className="note-box good">{text('report.noDifference')}</p>;
  return (
    <section>
      <h3>{text('report.differences', { n: view.differences.length })}</h3>
      <ul className="plain-list">
        {view.differences.map((difference) => {
          const figure = findFigure(difference.figure);
          return (
            <li key={difference.number}>
              <button type="button" className="as-link" onClick={() => find(difference.number)}>
                {figure ? say(figure.label) : difference.figure}：{view.numbers[difference.number]?.text} →{' '}
                {difference.now.value ?? '—'}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Warnings(props: SideProps) {
  const { view, go } = props;
  const text = useText();
  const say = useSay();
  const [all, setAll] = useState(false);
  const lost = view.lost.length;
  if (view.warnings.length === 0 && lost === 0) return null;
  // What must be explained stands first.
  const sorted = [...view.warnings].sort((a, b) => Number(b.explain !== false) - Number(a.explain !== false));
  return (
    <section>
      <h3>{text('report.warnings')}</h3>
      {(all ? sorted : sorted.slice(0, SHOWN)).map((warning, i) => (
        <div key={i} className={warning.explain === false ? 'note-box' : 'note-box warn'}>
          {say(warning.message)}
          {warning.section !== '' && (
            <button type="button" className="as-link notice-go" onClick={() => go(warning.section)}>
              {text('report.goThere')}
            </button>
          )}
        </div>
      ))}
      {lost > 0 && <div className="note-box warn">{text('report.lost', { n: lost })}</div>}
      {sorted.length > SHOWN && (
        <button type="button" className="as-link notice-go" onClick={() => setAll(!all)}>
          {all ? text('overview.fewer') : text('report.allWarnings', { n: sorted.length })}
        </button>
      )}
    </section>
  );
}

/** Proposals set aside are remembered in this browser only; nothing of the summary depends on it. */
function useDismissed(report: string) {
  const key = `shouye.dismissed.${report}`;
  const [ids, setIds] = useState<readonly string[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '[]') as string[];
    } catch {
      return [];
    }
  });
  const set = (next: readonly string[]) => {
    setIds(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return [ids, set] as const;
}

function Proposals(props: SideProps) {
  const { desk, view } = props;
  const text = useText();
  const [dismissed, setDismissed] = useDismissed(view.report.id);
  const adopted = desk.edits.adopted ?? [];
  const [all, setAll] = useState(false);
  const open = view.proposals.filter((p) => !adopted.includes(p.id) && !dismissed.includes(p.id));
  const taken = view.proposals.filter((p) => adopted.includes(p.id));
  const adopt = (id: string, on: boolean) =>
    desk.change((now) => ({ ...now, adopted: toggled(now.adopted, id, on) }), `adopt${id}`);
  if (view.proposals.length === 0) return null;
  return (
    <section>
      <h3>{text('report.proposals')}</h3>
      <p className="quiet">{text('report.proposalsNote')}</p>
      {(all ? open : open.slice(0, SHOWN)).map((proposal) => (
        <div key={proposal.id} className="note-box proposal">
          <b>{text(`report.aspect.${proposal.aspect}`)}</b> {proposal.text}
          <div className="side-tools">
            <Button size="small" type="primary" ghost onClick={() => adopt(proposal.id, true)}>
              {text('report.adopt')}
            </Button>
            <Button size="small" type="text" onClick={() => setDismissed([...dismissed, proposal.id])}>
              {text('report.dismiss')}
            </Button>
          </div>
        </div>
      ))}
      {open.length > SHOWN && (
        <button type="button" className="as-link notice-go" onClick={() => setAll(!all)}>
          {all ? text('overview.fewer') : text('report.allProposals', { n: open.length })}
        </button>
      )}
      {taken.map((proposal) => (
        <div key={proposal.id} className="note-box good">
          {text('report.adopted')} {proposal.text}{' '}
          <button type="button" className="as-link notice-go" onClick={() => adopt(proposal.id, false)}>
            {text('report.takeBack')}
          </button>
        </div>
      ))}
      {dismissed.length > 0 && (
        <button type="button" className="as-link quiet" onClick={() => setDismissed([])}>
          {text('report.showDismissed', { n: dismissed.length })}
        </button>
      )}
    </section>
  );
}
