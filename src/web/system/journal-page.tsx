// What was done in the county, by whom, and can it be proved?
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { type TextKey, useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCounty, useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { FieldText } from '../../client/ui/field-text.tsx';
import { nameOf } from '../../client/ui/name-book.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { recordPath } from '../../client/ui/record-link.tsx';
import type { JournalEntryOnWire, ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { findKind } from '../../domain/kind.ts';
import { ACTION_KINDS, actionText } from '../register/action-text.ts';
import { Changes } from '../register/history.tsx';
import { ProofCard } from './proof-card.tsx';

const PAGE = 50;

function useEntries(kind: string | null, enabled: boolean) {
  const county = useCounty();
  return useInfiniteQuery({
    queryKey: ['journal', { params: { county }, kind }],
    queryFn: ({ pageParam, signal }): Promise<ReplyOf<'journal'>> =>
      call(
        'journal',
        {
          params: { county },
          query: { limit: PAGE, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    enabled,
  });
}

export function JournalPage() {
  const text = useText();
  const { actor } = useSession();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<JournalEntryOnWire | null>(null);
  const allowed = has(actor, 'journal.read');
  const kind = search.get('kind');
  const query = useEntries(kind, allowed);
  if (!allowed) return <EmptyState title={text('problem.noRight')} />;
  const choose = (next: string) =>
    setSearch((now) => {
      if (next === '') now.delete('kind');
      else now.set('kind', next);
      return now;
    });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <>
      <div className="page-head">
        <h2>{text('journal.title')}</h2>
        <span className="sub">{text('journal.sub')}</span>
      </div>
      <ProofCard />
      <div className="filters" style={{ marginTop: 16 }}>
        <Select
          style={{ width: 200 }}
          aria-label={text('journal.what')}
          value={kind ?? ''}
          onChange={choose}
          options={[
            { value: '', label: text('journal.allKinds') },
            ...ACTION_KINDS.map((item) => ({ value: item as string, label: actionText(item, text) })),
          ]}
        />
      </div>
      {query.error && <ProblemNotice error={query.error} />}
      <EntryTable entries={entries} loading={query.isPending} open={setOpened} />
      {query.hasNextPage && (
        <div className="more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text('common.more')}
          </Button>
        </div>
      )}
      <Drawer open={opened !== null} onClose={() => setOpened(null)} size={640} title={text('journal.title')}>
        {opened && <EntryView entry={opened} />}
      </Drawer>
    </>
  );
}

const SETTINGS: Readonly<Record<string, TextKey>> = {
  letterhead: 'setting.letterhead',
  localProtection: 'setting.protection',
  publicAddress: 'setting.address',
  opinionLexicon: 'setting.lexicon',
};

/** The subject's number when the entry tells it, else its kind. */
function useSubjectName() {
  const say = useSay();
  const text = useText();
  return (entry: JournalEntryOnWire) => {
    const setting = SETTINGS[(entry.body as { name?: string } | null)?.name ?? ''];
    if (!entry.subject) return text(setting ?? 'common.none');
    const kind = findKind(entry.subject.kind);
    const no = (entry.body as { no?: string } | null)?.no;
    return [kind ? say(kind.label) : entry.subject.kind, no].filter(Boolean).join(' ');
  };
}

function EntryTable(props: {
  readonly entries: readonly JournalEntryOnWire[];
  readonly loading: boolean;
  readonly open: (entry: JournalEntryOnWire) => void;
}) {
  const text = useText();
  const language = useLanguage();
  const subjectName = useSubjectName();
  return (
    <Table<JournalEntryOnWire>
      className="register-table"
      size="small"
      rowKey="id"
      dataSource={[...props.entries]}
      loading={props.loading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      onRow={(entry) => ({ onClick: () => props.open(entry) })}
      columns={[
        {
          title: text('journal.when'),
          render: (_, entry) => (
            <button type="button" className="plain-button num">
              {formatInstant(entry.recordedAt, language)}
            </button>
          ),
        },
        { title: text('journal.who'), dataIndex: 'byName' },
        { title: text('journal.what'), render: (_, entry) => actionText(entry.kind, text) },
        {
          title: text('journal.subject'),
          render: (_, entry) => <Subject entry={entry} name={subjectName(entry)} />,
        },
        {
          title: text('journal.proof'),
          render: (_, entry) => (
            <span className={`state ${entry.seq === null ? 'soon' : 'ok'}`} style={{ marginLeft: 0 }}>
              {entry.seq === null ? text('journal.waiting') : text('journal.sealed', { n: entry.seq })}
            </span>
          ),
        },
      ]}
    />
  );
}

function Subject(props: { readonly entry: JournalEntryOnWire; readonly name: string }) {
  const { subject } = props.entry;
  if (!subject) return <span className="quiet">{props.name}</span>;
  const path = findKind(subject.kind)
    ? recordPath(subject.kind, subject.id)
    : subject.kind === 'report'
      ? `/report/${subject.id}`
      : null;
  if (!path) return <>{props.name}</>;
  return (
    <Link to={path} onClick={(event) => event.stopPropagation()}>
      {props.name}
    </Link>
  );
}

interface Told {
  readonly reason?: string;
  readonly values?: Values;
  readonly changed?: Readonly<Record<string, readonly [unknown, unknown]>>;
}
const BOOK = new Proxy({} as Record<string, string>, { get: (_, id: string) => nameOf(id) });

/** Without the right to personal data the server keeps what an entry holds to itself. */
function isEmpty(body: unknown): boolean {
  return body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}

function EntryView(props: { readonly entry: JournalEntryOnWire }) {
  const { entry } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const subjectName = useSubjectName();
  const told = (entry.body ?? {}) as Told;
  const kind = entry.subject ? findKind(entry.subject.kind) : undefined;
  return (
    <>
      <h3>
        {actionText(entry.kind, text)} · <Subject entry={entry} name={subjectName(entry)} />
      </h3>
      <p className="sub">
        {entry.byName} · {formatInstant(entry.recordedAt, language)}
        {entry.device && ` · ${entry.device}`}
      </p>
      {told.reason && <p>{text('record.because', { reason: told.reason })}</p>}
      {kind && told.changed && <Changes kind={kind} changed={told.changed} names={BOOK} />}
      {kind && told.values && !told.changed && (
        <dl className="values" style={{ marginTop: 12 }}>
          {Object.entries(told.values).map(([name, value]) => {
            const field = kind.fields[name];
            return field ? (
              <div key={name} className="wide">
                <dt>{say(field.label)}</dt>
                <dd>
                  <FieldText field={field} value={value} names={BOOK} values={told.values ?? {}} />
                </dd>
              </div>
            ) : null;
          })}
        </dl>
      )}
      {isEmpty(entry.body) && <p className="quiet">{text('journal.withheld')}</p>}
      {!kind && !isEmpty(entry.body) && <pre className="raw">{JSON.stringify(entry.body, null, 2)}</pre>}
    </>
  );
}
