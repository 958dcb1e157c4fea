// How far is an import, what did it find, and may it be saved?
import { DownloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Progress, Table } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, ProblemError, urlOf } from '../../client/api.ts';
import { formatNumber } from '../../client/format.ts';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ImportJobOnWire, SheetPlan } from '../../contract/api.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import { findKind } from '../../domain/kind.ts';
import { IssueList, rowKey } from './issue-list.tsx';
import { SheetPlans } from './sheet-plans.tsx';

const STATUS: Readonly<Record<ImportJobOnWire['status'], TextKey>> = {
  reading: 'import.statusReading',
  ready: 'import.statusReady',
  saving: 'import.statusSaving',
  done: 'import.statusDone',
  refused: 'import.statusRefused',
  failed: 'import.statusFailed',
};

const EFFECTS = ['create', 'correct', 'same', 'vanished', 'error', 'skipped'] as const;

interface JobProps {
  readonly job: ImportJobOnWire;
  readonly update: (job: ImportJobOnWire) => void;
}

export function StatusMark(props: { readonly status: ImportJobOnWire['status'] }) {
  const text = useText();
  const { status } = props;
  const tone = status === 'done' ? 'ok' : status === 'refused' || status === 'failed' ? 'late' : 'soon';
  return (
    <span className={`state ${tone}`} role="status">
      {text(STATUS[status])}
    </span>
  );
}

export function ImportJob(props: JobProps) {
  const { job } = props;
  return (
    <div className="import-steps">
      <div className="row-line">
        <strong>{job.fileName}</strong>
        <StatusMark status={job.status} />
      </div>
      {(job.status === 'reading' || job.status === 'saving') && <UnderWay job={job} />}
      {(job.status === 'refused' || job.status === 'failed') && <Refused {...props} />}
      {job.status === 'done' && <Done job={job} />}
      {job.status === 'ready' && <Ready {...props} />}
    </div>
  );
}

function UnderWay(props: { readonly job: ImportJobOnWire }) {
  const text = useText();
  const { done, total } = props.job.progress;
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <div className="card">
      <Progress percent={percent} status="active" />
      <p className="quiet num">
        {text('import.rows', { done: formatNumber(done), total: total > 0 ? formatNumber(total) : '…' })}
      </p>
      <p className="quiet">{text('import.leave')}</p>
    </div>
  );
}

function Counts(props: { readonly counts: ImportJobOnWire['counts']; readonly saved?: boolean }) {
  const { counts, saved } = props;
  const text = useText();
  return (
    <div className="counts">
      {EFFECTS.map((name) => (
        <div key={name} className={name === 'error' && counts.error > 0 && !saved ? 'bad' : ''}>
          <span>{text(name === 'error' && saved ? 'import.leftOut' : `import.${name}`)}</span>
          <strong>{formatNumber(counts[name])}</strong>
        </div>
      ))}
    </div>
  );
}

function Done(props: { readonly job: ImportJobOnWire }) {
  const { job } = props;
  const text = useText();
  const say = useSay();
  const kinds = [...new Set(job.plans.flatMap((plan) => (plan.kind ? [plan.kind] : [])))];
  return (
    <>
      <Counts counts={job.counts} saved />
      <div className="row-line">
        {kinds.map((name) => {
          const kind = findKind(name);
          return (
            kind && (
              <Link key={name} to={`/record/${name}`}>
                {text('import.open', { kind: say(kind.label) })}
              </Link>
            )
          );
        })}
        <Link to="/import">{text('import.another')}</Link>
      </div>
    </>
  );
}

/** Sends one step of the import; its answer becomes the shown state. */
function useStep(props: JobProps) {
  const { job, update } = props;
  const { county } = useSession();
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const params = { county, id: job.id };
  const run = async (send: () => Promise<ImportJobOnWire>) => {
    setBusy(true);
    setProblem(null);
    try {
      update(await send());
      void client.invalidateQueries({ queryKey: ['importJob', county, job.id] });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const replan = (plans: SheetPlan[], saveAs: string) =>
    run(() => call('importPlan', { params, body: { plans, ...(saveAs ? { saveAs } : {}) } }));
  return { params, run, replan, busy, problem };
}

/** No sheet was recognised: say what each holds, and it is read again. */
function Refused(props: JobProps) {
  const { job } = props;
  const { replan, busy, problem } = useStep(props);
  return (
    <>
      <ProblemNotice error={new ProblemError(422, job.refusals as Refusal[])} />
      {job.plans.length > 0 && (
        <SheetPlans key={JSON.stringify(job.plans)} plans={job.plans} busy={busy} send={replan} />
      )}
      <ProblemNotice error={problem} />
    </>
  );
}

function Ready(props: JobProps) {
  const { job } = props;
  const text = useText();
  const { params, run, replan, busy, problem } = useStep(props);
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [withdrawVanished, setWithdraw] = useState(false);
  const exclude = [...excluded].map((key) => {
    const cut = key.lastIndexOf('!');
    return { sheet: key.slice(0, cut), row: Number(key.slice(cut + 1)) };
  });
  const commit = () => run(() => call('importCommit', { params, body: { exclude, withdrawVanished } }));
  return (
    <>
      <Counts counts={job.counts} />
      <SheetPlans key={JSON.stringify(job.plans)} plans={job.plans} busy={busy} send={replan} />
      <IssueList job={job} excluded={excluded} setExcluded={setExcluded} />
      <Preview job={job} />
      <ProblemNotice error={problem} />
      <CommitBar
        job={job}
        excluded={excluded}
        busy={busy}
        withdraws={withdrawVanished}
        commit={() => void commit()}
      >
        {job.counts.vanished > 0 && (
          <Checkbox checked={withdrawVanished} onChange={(event) => setWithdraw(event.target.checked)}>
            {text('import.withdrawVanished', { n: job.counts.vanished })}
          </Checkbox>
        )}
      </CommitBar>
    </>
  );
}

function CommitBar(props: {
  readonly job: ImportJobOnWire;
  readonly excluded: ReadonlySet<string>;
  readonly busy: boolean;
  readonly withdraws: boolean;
  readonly commit: () => void;
  readonly children: React.ReactNode;
}) {
  const { job, excluded } = props;
  const text = useText();
  const { county } = useSession();
  const wrong = useMemo(
    () =>
      new Set(
        job.issues
          .filter((issue) => issue.severity === 'error')
          .map((issue) => rowKey(issue.sheet, issue.row)),
      ),
    [job.issues],
  );
  // The list of issues may be cut short by the server; its count is not.
  const covered = [...wrong].filter((key) => excluded.has(key)).length;
  const left = Math.max(job.counts.error - covered, wrong.size - covered);
  const lost = [...excluded].filter((key) => !wrong.has(key)).length;
  const saved = Math.max(0, job.counts.create + job.counts.correct - lost);
  const nothing = saved === 0 && !props.withdraws;
  return (
    <div className="card">
      {left > 0 && <Alert type="warning" showIcon title={text('import.blocked', { n: left })} />}
      <div className="row-line" style={{ marginTop: left > 0 ? 12 : 0 }}>
        <Button
          type="primary"
          size="large"
          loading={props.busy}
          disabled={left > 0 || nothing}
          onClick={props.commit}
        >
          {text(nothing ? 'import.nothing' : 'import.commit', { n: formatNumber(saved) })}
        </Button>
        {job.issues.length > 0 && (
          <Button
            icon={<DownloadOutlined />}
            href={urlOf('importMarked', { params: { county, id: job.id } })}
            download
            title={text('import.markedHint')}
          >
            {text('import.marked')}
          </Button>
        )}
        {props.children}
      </div>
    </div>
  );
}

function Preview(props: { readonly job: ImportJobOnWire }) {
  const text = useText();
  const say = useSay();
  const { preview } = props.job;
  if (preview.length === 0) return null;
  const effect = (name: string) => {
    const key = EFFECTS.find((item) => item === name);
    return key ? text(`import.${key}`) : name;
  };
  return (
    <section className="card">
      <h3>{text('import.preview')}</h3>
      <Table
        size="small"
        rowKey={(row) => rowKey(row.sheet, row.row)}
        dataSource={preview}
        pagination={{ pageSize: 10, size: 'small', showSizeChanger: false, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: text('import.sheet'), dataIndex: 'sheet' },
          { title: text('import.row'), dataIndex: 'row', align: 'right' },
          {
            title: text('import.kind'),
            render: (_, row) => {
              const kind = findKind(row.kind);
              return kind ? say(kind.label) : row.kind;
            },
          },
          { title: text('import.effect'), render: (_, row) => effect(row.effect) },
          { title: text('import.name'), dataIndex: 'title' },
        ]}
      />
    </section>
  );
}
