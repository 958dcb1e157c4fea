// How far is an import of posts, what did it keep, and what not?
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { call } from '../../client/api.ts';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { OpinionImportOnWire } from '../../contract/opinion.ts';

const POLL_MS = 700;

export function ImportProgress(props: { readonly id: string; readonly close: () => void }) {
  const text = useText();
  const say = useSay();
  const { county } = useSession();
  const query = useQuery<OpinionImportOnWire>({
    queryKey: ['opinionImport', { params: { county, id: props.id } }],
    queryFn: ({ signal }) => call('opinionImport', { params: { county, id: props.id } }, signal),
    refetchInterval: (state) => (state.state.data?.status === 'reading' ? POLL_MS : false),
  });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return null;
  const job = query.data;
  return (
    <div className="opinion-import" role="status">
      <Summary job={job} />
      {job.refusals.map((refusal, index) => (
        <div key={index}>{say(refusal.message)}</div>
      ))}
      {job.problems.length > 0 && (
        <>
          <strong>{text('opinion.problems', { n: job.problems.length })}</strong>
          <ul>
            {job.problems.map((problem, index) => (
              <li key={index}>
                <span className="num">{problem.where}</span> {say(problem.message)}
                {problem.lost && <span className="state late">{text('opinion.lost')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {job.status === 'done' && (
        <Button type="primary" onClick={props.close}>
          {text('opinion.showAdded')}
        </Button>
      )}
    </div>
  );
}

function Summary(props: { readonly job: OpinionImportOnWire }) {
  const { job } = props;
  const text = useText();
  if (job.status === 'reading')
    return <Alert type="info" title={`${job.name}: ${text('opinion.reading', { n: job.done })}`} />;
  if (job.status === 'done')
    return (
      <Alert
        type="success"
        title={`${job.name}: ${text('opinion.imported', { added: job.added, same: job.same })}`}
      />
    );
  return (
    <Alert
      type="error"
      title={`${job.name}: ${text(job.status === 'refused' ? 'opinion.refused' : 'opinion.failed')}`}
    />
  );
}

export function RecentImports(props: { readonly open: (id: string) => void }) {
  const text = useText();
  const language = useLanguage();
  const { county } = useSession();
  const query = useCall('opinionImports', { params: { county } }, { staleTime: 0 });
  const imports = query.data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section>
      <h3>{text('opinion.recent')}</h3>
      <ul className="import-recent">
        {imports.slice(0, 8).map((job) => (
          <li key={job.id}>
            <button type="button" className="plain-button" onClick={() => props.open(job.id)}>
              {job.name}
            </button>
            <span className="quiet num">{formatInstant(job.createdAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
