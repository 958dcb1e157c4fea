// How are cases gone through fast? A dense list for the keyboard; on a phone, cards.
import { useEffect, useRef } from 'react';
import { formatDayText, type NameBook, today } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { ReplyOf } from '../../contract/api.ts';
import { CASE_OUTCOMES, CASE_TRACKS } from '../../domain/case/case.ts';
import type { CaseFacts } from '../../domain/case/fact.ts';
import { caseProcedure } from '../../domain/case/procedure.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { dayOfInstant, daysBetween } from '../../domain/kernel/day.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import { articleLabel } from '../../domain/law/citation.ts';
import { findLimit } from '../../domain/law/county-limit.ts';
import { findDeadline } from '../../domain/law/deadline-table.ts';
import { VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import { Names, useListKeys } from '../clue/inbox-list.tsx';
import { useShortName } from '../overview/short-name.ts';
import { DaysMark } from '../procedure/due-mark.tsx';
import { NextButton, type NextSteps, useNextSteps } from '../procedure/next-step.tsx';

type WorkRow = ReplyOf<'work'>['rows'][number];

interface ListProps {
  readonly rows: readonly WorkRow[];
  readonly names: NameBook;
  readonly open: (id: string) => void;
}
interface NextProps extends ListProps {
  readonly next: NextSteps;
}

const PROCEDURE = caseProcedure as unknown as Procedure;
const NEXT = {
  done: (facts: unknown) => ((facts as CaseFacts | null)?.assessedOn ? ['assess'] : []),
  pages: { assess: '?part=law' },
};

export function CaseList(props: ListProps) {
  const next = useNextSteps(PROCEDURE, NEXT);
  const narrow = useNarrow();
  return (
    <>
      {narrow ? <Cards {...props} next={next} /> : <Wide {...props} next={next} />}
      {next.form}
    </>
  );
}

function Wide(props: NextProps) {
  const { rows, names, open, next } = props;
  const text = useText();
  const at = useListKeys({ rows, open, next: next.take });
  const steps = rows.some((each) => next.of(each) !== null);
  const here = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row under the keys is brought into view when it changes
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <table className="inbox-table work-table case-table">
      <thead>
        <tr>
          <th className="c-no">{text('case.no')}</th>
          <th>{text('case.name')}</th>
          <th className="c-with">{text('inbox.handler')}</th>
          <th className="c-status">{text('inbox.status')}</th>
          <th className="c-due">{text('case.due')}</th>
          {steps && <th className="c-next">{text('inbox.next')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((each, index) => (
          // The row opens the page; the number is a real link, for a new tab and for the keyboard.
          <tr
            key={each.row.id}
            className={index === at ? 'on' : ''}
            ref={index === at ? here : null}
            onClick={() => open(each.row.id)}
          >
            <td className="num">
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the row from opening as well */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the link inside is the control */}
              <span onClick={(event) => event.stopPropagation()}>
                <RecordLink kind="case" id={each.row.id}>
                  {String(each.row.values['caseNo'])}
                </RecordLink>
              </span>
              <FiledOn each={each} />
            </td>
            <td>
              {String(each.row.values['name'])}
              <Nature each={each} />
            </td>
            <td>
              <Handler each={each} names={names} />
            </td>
            <td>
              <StatusWord each={each} /> <AlarmMark n={each.alarms} />
            </td>
            <td>
              <Due each={each} />
            </td>
            {steps && (
              <td>
                <NextButton next={next} each={each} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards(props: NextProps) {
  const { rows, names, open, next } = props;
  return (
    <ul className="inbox-cards">
      {rows.map((each) => (
        <li key={each.row.id}>
          <button type="button" onClick={() => open(each.row.id)}>
            <span className="inbox-card-head">
              <StatusWord each={each} />
              <AlarmMark n={each.alarms} />
              <Due each={each} />
            </span>
            <span>{String(each.row.values['name'])}</span>
            <small className="quiet num">{String(each.row.values['caseNo'])}</small>
            <Nature each={each} />
            <Handler each={each} names={names} />
          </button>
          <NextButton next={next} each={each} />
        </li>
      ))}
    </ul>
  );
}

function FiledOn(props: { readonly each: WorkRow }) {
  const { filedOn } = props.each.row.values as { filedOn?: string };
  const text = useText();
  const language = useLanguage();
  if (!filedOn) return null;
  return <small className="quiet">{text('case.filedOn', { day: formatDayText(filedOn, language) })}</small>;
}

/** Track and what was violated. */
function Nature(props: { readonly each: WorkRow }) {
  const say = useSay();
  const { track, violations } = props.each.row.values as { track?: string; violations?: readonly string[] };
  const kinds = VIOLATION_TYPES.filter((item) => violations?.includes(item.code));
  const words = [CASE_TRACKS.find((item) => item.code === track), ...kinds].flatMap((item) => item ?? []);
  const told = words.map((item) => say(item.label)).join(' · ');
  return (
    <small className="quiet row-nature" title={told}>
      {told}
    </small>
  );
}

function Handler(props: { readonly each: WorkRow; readonly names: NameBook }) {
  const { each, names } = props;
  const short = useShortName();
  const { officer, agency } = each.row.values as { officer?: string; agency?: string };
  const words = [agency, officer].flatMap((id) => (id ? (names[id] ?? []) : []));
  if (words.length === 0) return <span className="quiet">—</span>;
  return <Names names={words.map(short)} />;
}

function StatusWord(props: { readonly each: WorkRow }) {
  const { status, ended, row } = props.each;
  const say = useSay();
  const outcome = CASE_OUTCOMES.find((item) => item.code === row.values['outcome']);
  const word = CASE_STATUSES.find((item) => item.code === status);
  return (
    <>
      <span className="mark calm">{word ? say(word.label) : status}</span>
      {ended && outcome && <span className="quiet"> {say(outcome.label)}</span>}
    </>
  );
}

/** Alarms nobody answered: a bell is never only a colour. */
export function AlarmMark(props: { readonly n: number }) {
  const text = useText();
  if (props.n === 0) return null;
  return <span className="mark late">{text('case.alarms', { n: props.n })}</span>;
}

/** What is due, in words, with the article it rests on. */
function Due(props: { readonly each: WorkRow }) {
  const { due, dueDeadline, ended, row } = props.each;
  const language = useLanguage();
  const say = useSay();
  if (due === null) {
    const { closedOn } = row.values as { closedOn?: string };
    return <span className="quiet num">{ended && closedOn ? formatDayText(closedOn, language) : '—'}</span>;
  }
  const day = dayOfInstant(due);
  const deadline = findDeadline(dueDeadline ?? '');
  const limit = findLimit(dueDeadline ?? '');
  const what = deadline?.action ?? limit?.label;
  return (
    <span className="case-due" title={formatDayText(day, language)}>
      <DaysMark days={daysBetween(today(), day)} />
      <small className="quiet">
        {[what && say(what), deadline && say(articleLabel(deadline.basis))].filter(Boolean).join(' · ')}
      </small>
    </span>
  );
}
