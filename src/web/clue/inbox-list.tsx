// How are clues gone through fast? A dense list for the keyboard; on a phone, cards.
import { Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { formatDayText, type NameBook, today } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { RecordLink } from '../../client/ui/record-link.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { CLUE_SOURCES } from '../../domain/clue/clue.ts';
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { clueProcedure } from '../../domain/clue/procedure.ts';
import { URGENCIES } from '../../domain/clue/step-work.ts';
import { dayOfInstant, daysBetween } from '../../domain/kernel/day.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import { findLimit } from '../../domain/law/county-limit.ts';
import { VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import { useShortName } from '../overview/short-name.ts';
import { DaysMark } from '../procedure/due-mark.tsx';
import { NextButton, type NextSteps, useNextSteps } from '../procedure/next-step.tsx';
import type { WorkRow } from './clue-inbox.tsx';

export interface InboxListProps {
  readonly rows: readonly WorkRow[];
  readonly names: NameBook;
  readonly open: (id: string) => void;
  /** There when rows may be chosen, to assign many at once. */
  readonly chosen?: readonly string[];
  readonly choose?: (ids: readonly string[]) => void;
  readonly assign?: () => void;
}

interface NextProps extends InboxListProps {
  readonly next: NextSteps;
}

const PROCEDURE = clueProcedure as unknown as Procedure;

export function InboxList(props: InboxListProps) {
  const narrow = useNarrow();
  const next = useNextSteps(PROCEDURE);
  return (
    <>
      {narrow ? <Cards {...props} next={next} /> : <Wide {...props} next={next} />}
      {next.form}
    </>
  );
}

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** Keys go to the list unless somebody is typing or a panel lies over it. */
function isBusy(): boolean {
  const focused = document.activeElement;
  const typing = focused instanceof HTMLElement && focused.matches('input:not([type=checkbox]), textarea');
  return typing || document.querySelector('.ant-drawer-open, .ant-modal-wrap, .ant-popover-open') !== null;
}

/** j and k walk, Enter opens, n takes the next step; x chooses and a assigns where that is offered. Answers the row the keys are at. */
export function useListKeys(
  props: Pick<InboxListProps, 'rows' | 'open' | 'chosen' | 'choose' | 'assign'> & {
    readonly next: (each: WorkRow) => void;
  },
): number {
  const [last, setAt] = useState(0);
  const { rows, open, next, chosen, choose, assign } = props;
  // A list that grew shorter keeps its last row under the keys.
  const at = Math.max(0, Math.min(last, rows.length - 1));
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy()) return;
      const row = rows[at];
      if (event.key === 'j') setAt(Math.min(at + 1, rows.length - 1));
      else if (event.key === 'k') setAt(Math.max(at - 1, 0));
      else if (event.key === 'Enter' && row && !isControl(event.target)) open(row.row.id);
      else if (event.key === 'n' && row) next(row);
      else if (event.key === 'x' && row && chosen && choose) choose(toggled(chosen, row.row.id));
      else if (event.key === 'a' && chosen && chosen.length > 0) assign?.();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [rows, at, open, next, chosen, choose, assign]);
  return at;
}

/** Enter on a link or a button is its own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a, button, [role=button], [role=tab]');
}

function Wide(props: NextProps) {
  const { rows, chosen, choose, next } = props;
  const text = useText();
  const at = useListKeys({ ...props, next: next.take });
  const steps = rows.some((each) => next.of(each) !== null);
  const here = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row under the keys is brought into view when it changes
  useEffect(() => {
    // Nothing is handed back: newer browsers answer a scroll with a promise, which is no way to clean up.
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const all = rows.length > 0 && chosen !== undefined && rows.every((each) => chosen.includes(each.row.id));
  return (
    <table className="inbox-table work-table">
      <thead>
        <tr>
          {choose && (
            <th className="inbox-pick">
              <Checkbox
                checked={all}
                aria-label={text('inbox.chooseAll')}
                onChange={() => choose(all ? [] : rows.map((each) => each.row.id))}
              />
            </th>
          )}
          <th className="c-no">{text('register.no')}</th>
          <th>{text('inbox.content')}</th>
          <th className="c-day">{text('inbox.received.on')}</th>
          <th className="c-area">{text('inbox.area')}</th>
          <th className="c-with">{text('inbox.handler')}</th>
          <th className="c-status">{text('inbox.status')}</th>
          <th className="c-due">{text('inbox.due')}</th>
          {steps && <th className="c-next">{text('inbox.next')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((each, index) => (
          <Row
            key={each.row.id}
            {...props}
            {...{ each, steps, on: index === at, here: index === at ? here : null }}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(
  props: NextProps & {
    readonly each: WorkRow;
    /** Some row of the list has a next step for me. */
    readonly steps: boolean;
    readonly on: boolean;
    readonly here: React.RefObject<HTMLTableRowElement | null> | null;
  },
) {
  const { each, names, open, chosen, choose } = props;
  const { row } = each;
  const text = useText();
  const language = useLanguage();
  const values = row.values as { day: string; content: string; area?: string };
  return (
    // The row opens the drawer; the number is a real link, for a new tab and for the keyboard.
    <tr className={props.on ? 'on' : ''} ref={props.here} onClick={() => open(row.id)}>
      {choose && chosen && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the checkbox inside is the control
        <td className="inbox-pick" onClick={(event) => event.stopPropagation()}>
          <Checkbox
            checked={chosen.includes(row.id)}
            aria-label={text('inbox.choose', { no: row.no })}
            onChange={() => choose(toggled(chosen, row.id))}
          />
        </td>
      )}
      <td className="num">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the row from opening as well */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the link inside is the control */}
        <span onClick={(event) => event.stopPropagation()}>
          <RecordLink kind="clue" id={row.id}>
            {row.no}
          </RecordLink>
        </span>
      </td>
      <td className="inbox-content">
        <span title={values.content}>
          <Urgency each={each} />
          {values.content}
        </span>
        <Nature each={each} />
      </td>
      <td className="num">{formatDayText(values.day, language)}</td>
      <td>{values.area ? (names[values.area] ?? '…') : <span className="quiet">—</span>}</td>
      <td>
        <Handler each={each} names={names} />
      </td>
      <td>
        <StatusWord each={each} />
      </td>
      <td>
        <Due each={each} />
      </td>
      {props.steps && (
        <td>
          <NextButton next={props.next} each={each} />
        </td>
      )}
    </tr>
  );
}

function Cards(props: NextProps) {
  const { rows, names, open, next, chosen, choose } = props;
  const text = useText();
  return (
    <ul className="inbox-cards">
      {rows.map((each) => (
        <li key={each.row.id}>
          {choose && chosen && (
            <Checkbox
              checked={chosen.includes(each.row.id)}
              aria-label={text('inbox.choose', { no: each.row.no })}
              onChange={() => choose(toggled(chosen, each.row.id))}
            />
          )}
          <button type="button" onClick={() => open(each.row.id)}>
            <span className="inbox-card-head">
              <span className="quiet num">{each.row.no}</span>
              <StatusWord each={each} />
              <Due each={each} />
            </span>
            <span>
              <Urgency each={each} />
              {String(each.row.values['content'])}
            </span>
            <Nature each={each} />
            <Handler each={each} names={names} quiet />
          </button>
          <NextButton next={next} each={each} />
        </li>
      ))}
    </ul>
  );
}

function Urgency(props: { readonly each: WorkRow }) {
  const say = useSay();
  const code = (props.each.facts as ClueFacts | null)?.urgency;
  const urgency = URGENCIES.find((item) => item.code === code);
  if (!urgency || code === 'normal') return null;
  return <span className={code === 'now' ? 'mark late' : 'mark soon'}>{say(urgency.label)}</span>;
}

/** Where it came from and what kind of violation it tells of. */
function Nature(props: { readonly each: WorkRow }) {
  const say = useSay();
  const { source, violation, channel } = props.each.row.values as Record<string, string | undefined>;
  const from = CLUE_SOURCES.find((item) => item.code === source);
  const kind = VIOLATION_TYPES.find((item) => item.code === violation);
  const words = [from && say(from.label), channel, kind && say(kind.label)].filter(Boolean);
  return (
    <small className="quiet row-nature" title={words.join(' · ')}>
      {words.join(' · ')}
    </small>
  );
}

/** On a card nobody is said by nothing. */
function Handler(props: { readonly each: WorkRow; readonly names: NameBook; readonly quiet?: boolean }) {
  const { each, names, quiet } = props;
  const short = useShortName();
  const officer = (each.facts as ClueFacts | null)?.officer;
  const agency = each.row.values['agency'];
  const words = [typeof agency === 'string' && names[agency], officer && names[officer]].filter(
    (word) => typeof word === 'string',
  );
  if (words.length === 0) return quiet ? null : <span className="quiet">—</span>;
  return <Names names={words.map(short)} />;
}

/** Agency and person; a line breaks between names, not within one. */
export function Names(props: { readonly names: readonly string[] }) {
  return (
    <span>
      {props.names.map((name) => (
        <span key={name}>
          <span className="whole">{name}</span>{' '}
        </span>
      ))}
    </span>
  );
}

function StatusWord(props: { readonly each: WorkRow }) {
  const say = useSay();
  const status = clueProcedure.statuses.find((item) => item.code === props.each.status);
  return <span className="mark calm">{status ? say(status.label) : props.each.status}</span>;
}

function Due(props: { readonly each: WorkRow }) {
  const { due, dueDeadline, row } = props.each;
  const language = useLanguage();
  const say = useSay();
  if (due === null) {
    const { resultDay } = row.values as { resultDay?: string };
    return <span className="quiet num">{resultDay ? formatDayText(resultDay, language) : '—'}</span>;
  }
  const day = dayOfInstant(due);
  const limit = findLimit(dueDeadline ?? '');
  return (
    <span title={[limit && say(limit.label), formatDayText(day, language)].filter(Boolean).join(' · ')}>
      <DaysMark days={daysBetween(today(), day)} />
    </span>
  );
}
