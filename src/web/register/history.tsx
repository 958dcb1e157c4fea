// Who changed this record, when, what and why?
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Skeleton, Timeline } from 'antd';
import { formatInstant, type NameBook } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { nameOf } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { JournalEntryOnWire, RecordOnWire } from '../../contract/api.ts';
import type { Label } from '../../domain/kernel/label.ts';
import { stepKind } from '../../domain/kernel/procedure.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { actionText } from './action-text.ts';

interface Told {
  readonly reason?: string;
  readonly changed?: Readonly<Record<string, readonly [unknown, unknown]>>;
  /** The step of a procedure that was taken. */
  readonly step?: { readonly name: string };
}

/** What a step is called; '' for what is none. */
function stepLabel(kind: Kind, told: Told): Label {
  const procedure = told.step && findProcedure(kind.name);
  return (procedure && told.step && stepKind(procedure, told.step.name)?.label) ?? ['', ''];
}

export function History(props: {
  readonly kind: Kind;
  readonly row: RecordOnWire;
  readonly names: NameBook;
}) {
  const { kind, row, names } = props;
  const { id } = row;
  const text = useText();
  const county = useCounty();
  const query = useCall('history', { params: { county, kind: kind.name, id } });
  const entries = query.data?.entries ?? [];
  const after = rewind(row.values as Values, entries);
  return (
    <section className="history">
      <h3>{text('record.history')}</h3>
      {query.error && <ProblemNotice error={query.error} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      <Timeline
        items={entries.map((entry, index) => ({
          key: entry.id,
          color: entry.kind === 'record.withdraw' ? 'red' : 'green',
          content: <Entry entry={entry} kind={kind} names={names} after={after[index] ?? {}} />,
        }))}
      />
    </section>
  );
}

/** What the record held after each entry, newest first: a number stands with the unit it had then. */
function rewind(now: Values, entries: readonly JournalEntryOnWire[]): Values[] {
  const after: Values[] = [];
  let values = now;
  for (const entry of entries) {
    after.push(values);
    values = valuesBefore(values, (entry.body as Told | null)?.changed ?? {});
  }
  return after;
}

function valuesBefore(after: Values, changed: NonNullable<Told['changed']>): Values {
  const before = Object.entries(changed).map(([name, [was]]) => [name, was]);
  return { ...after, ...Object.fromEntries(before) };
}

function Entry(props: {
  readonly entry: JournalEntryOnWire;
  readonly kind: Kind;
  readonly names: NameBook;
  readonly after: Values;
}) {
  const { entry, kind, names, after } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const told = (entry.body ?? {}) as Told;
  return (
    <div className="entry">
      <div>
        <strong>
          {actionText(entry.kind, text)} {say(stepLabel(kind, told))}
        </strong>{' '}
        {entry.byName} <span className="quiet num">{formatInstant(entry.recordedAt, language)}</span>
        {entry.seq !== null && (
          <span className="quiet" title={text('journal.sealedHint')}>
            {' '}
            <SafetyCertificateOutlined /> #{entry.seq}
          </span>
        )}
      </div>
      {told.reason && <div>{text('record.because', { reason: told.reason })}</div>}
      {told.changed && <Changes kind={kind} changed={told.changed} names={names} after={after} />}
    </div>
  );
}

/** Field by field: before → after. Names of records referred to earlier may be known from other pages. */
export function Changes(props: {
  readonly kind: Kind;
  readonly changed: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly names: NameBook;
  /** The record's values after the change, where they are known. */
  readonly after?: Values;
}) {
  const { kind, changed, names, after = {} } = props;
  const say = useSay();
  const book = new Proxy(names as Record<string, string>, {
    get: (target, id: string) => target[id] ?? nameOf(id),
  });
  const rows = Object.entries(changed).filter(([name]) => kind.fields[name]);
  return (
    <ul className="changes">
      {rows.map(([name, [before, is]]) => {
        const field = kind.fields[name];
        if (!field) return null;
        const context = { field, names: book };
        return (
          <li key={name}>
            <span className="quiet">{say(field.label)}</span>{' '}
            <del>
              <FieldText {...context} value={before} values={valuesBefore(after, changed)} />
            </del>
            {' → '}
            <ins>
              <FieldText {...context} value={is} values={after} />
            </ins>
          </li>
        );
      })}
    </ul>
  );
}
