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
import type { JournalEntryOnWire } from '../../contract/api.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { actionText } from './action-text.ts';

interface Told {
  readonly reason?: string;
  readonly changed?: Readonly<Record<string, readonly [unknown, unknown]>>;
}

export function History(props: { readonly kind: Kind; readonly id: string; readonly names: NameBook }) {
  const { kind, id, names } = props;
  const text = useText();
  const county = useCounty();
  const query = useCall('history', { params: { county, kind: kind.name, id } });
  return (
    <section className="history">
      <h3>{text('record.history')}</h3>
      {query.error && <ProblemNotice error={query.error} />}
      {query.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      <Timeline
        items={(query.data?.entries ?? []).map((entry) => ({
          key: entry.id,
          color: entry.kind === 'record.withdraw' ? 'red' : 'green',
          content: <Entry entry={entry} kind={kind} names={names} />,
        }))}
      />
    </section>
  );
}

function Entry(props: { readonly entry: JournalEntryOnWire; readonly kind: Kind; readonly names: NameBook }) {
  const { entry, kind, names } = props;
  const text = useText();
  const language = useLanguage();
  const told = (entry.body ?? {}) as Told;
  return (
    <div className="entry">
      <div>
        <strong>{actionText(entry.kind, text)}</strong> {entry.byName}{' '}
        <span className="quiet num">{formatInstant(entry.recordedAt, language)}</span>
        {entry.seq !== null && (
          <span className="quiet" title={text('journal.sealedHint')}>
            {' '}
            <SafetyCertificateOutlined /> #{entry.seq}
          </span>
        )}
      </div>
      {told.reason && <div>{text('record.because', { reason: told.reason })}</div>}
      {told.changed && <Changes kind={kind} changed={told.changed} names={names} />}
    </div>
  );
}

/** Field by field: before → after. Names of records referred to earlier may be known from other pages. */
export function Changes(props: {
  readonly kind: Kind;
  readonly changed: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly names: NameBook;
}) {
  const { kind, changed, names } = props;
  const say = useSay();
  const book = new Proxy(names as Record<string, string>, {
    get: (target, id: string) => target[id] ?? nameOf(id),
  });
  const rows = Object.entries(changed).filter(([name]) => kind.fields[name]);
  return (
    <ul className="changes">
      {rows.map(([name, [before, after]]) => {
        const field = kind.fields[name];
        if (!field) return null;
        const context = { field, names: book, values: {} as Values };
        return (
          <li key={name}>
            <span className="quiet">{say(field.label)}</span>{' '}
            <del>
              <FieldText {...context} value={before} />
            </del>
            {' → '}
            <ins>
              <FieldText {...context} value={after} />
            </ins>
          </li>
        );
      })}
    </ul>
  );
}
