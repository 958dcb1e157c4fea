// How does a ledger come in? Choose a file, see what it holds, put right what is wrong, save all or nothing.
import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, upload, urlOf } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ImportJobOnWire } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { findKind } from '../../domain/kind.ts';
import { ImportJob, StatusMark } from './import-job.tsx';

export function ImportPage() {
  const text = useText();
  const { actor } = useSession();
  const [search] = useSearchParams();
  const job = search.get('job');
  if (!has(actor, 'import')) return <EmptyState title={text('import.noRight')} />;
  return (
    <>
      <div className="page-head">
        <h2>{text('import.title')}</h2>
        <span className="grow" />
        {job && <Link to="/import">{text('import.another')}</Link>}
        <TemplateLinks kind={search.get('kind')} />
      </div>
      {job ? <RunningImport key={job} id={job} /> : <Begin />}
    </>
  );
}

function TemplateLinks(props: { readonly kind: string | null }) {
  const text = useText();
  const say = useSay();
  const { county } = useSession();
  const kind = props.kind ? findKind(props.kind) : undefined;
  return (
    <>
      {kind && (
        <Button
          icon={<DownloadOutlined />}
          href={urlOf('template', { params: { county }, query: { kinds: kind.name } })}
          download
        >
          {text('import.templateOf', { kind: say(kind.label) })}
        </Button>
      )}
      <Button icon={<DownloadOutlined />} href={urlOf('template', { params: { county } })} download>
        {text('import.template')}
      </Button>
    </>
  );
}

function Begin() {
  const text = useText();
  const { county } = useSession();
  const client = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = async (file: File) => {
    setProblem(null);
    setPart(0);
    try {
      const job = await upload(county, file, setPart);
      client.setQueryData(['importJob', county, job.id], job);
      setSearch((now) => {
        now.set('job', job.id);
        return now;
      });
    } catch (error) {
      setProblem(error);
      setPart(null);
    }
  };
  return (
    <div className="import-steps">
      <Upload.Dragger
        accept=".xlsx,.csv,.xls,.xlsm"
        showUploadList={false}
        disabled={part !== null}
        beforeUpload={(file) => {
          void begin(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{text('import.drop')}</p>
        <p className="ant-upload-hint">{text('import.dropHint')}</p>
      </Upload.Dragger>
      {part !== null && (
        <div role="status">
          {text('import.uploading', { percent: Math.round(part * 100) })}
          <Progress percent={Math.round(part * 100)} showInfo={false} />
        </div>
      )}
      <ProblemNotice error={problem} />
      <Recent />
    </div>
  );
}

/** The county's imports, one's own and a colleague's: each can be left and found again here. */
function Recent() {
  const text = useText();
  const language = useLanguage();
  const { county } = useSession();
  const query = useCall('imports', { params: { county } }, { staleTime: 0 });
  const imports = query.data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section className="card">
      <h3>{text('import.recent')}</h3>
      <ul className="import-recent">
        {imports.map((job) => (
          <li key={job.id}>
            <Link to={`/import?job=${job.id}`}>{job.fileName}</Link>
            <StatusMark status={job.status} />
            <span className="quiet num">{formatInstant(job.createdAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const POLL_MS = 800;
const isUnderWay = (job: ImportJobOnWire | undefined) =>
  job?.status === 'reading' || job?.status === 'saving';

function RunningImport(props: { readonly id: string }) {
  const { county } = useSession();
  const client = useQueryClient();
  const key = ['importJob', county, props.id];
  const query = useQuery<ImportJobOnWire>({
    queryKey: key,
    queryFn: ({ signal }) => call('importJob', { params: { county, id: props.id } }, signal),
    refetchInterval: (state) => (isUnderWay(state.state.data) ? POLL_MS : false),
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return null;
  return <ImportJob job={query.data} update={(job) => client.setQueryData(key, job)} />;
}
