// What does the law make of this case as its records stand, and what if the facts were others?
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../client/api.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { Assessment } from '../../domain/law/assess-json.ts';
import './assessment.css';
import { AssessmentConfirm } from './assessment-confirm.tsx';
import { AssessmentFacts } from './assessment-facts.tsx';
import { AssessmentResult } from './assessment-result.tsx';
import type { Facts } from './fact-state.ts';

/** How long typing rests before the facts are judged again. */
const REST_MS = 400;

export function AssessmentPanel(props: { readonly id: string; readonly toHandle: () => void }) {
  const { id, toHandle } = props;
  const county = useCounty();
  const language = useLanguage();
  const input = { params: { county, id }, query: { language } };
  const query = useCall('caseAssessment', input, { staleTime: 0 });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return <Panel key={query.dataUpdatedAt} id={id} proposal={query.data} toHandle={toHandle} />;
}

/** Facts that have rested, so that not every key is judged. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

function Panel(props: {
  readonly id: string;
  readonly proposal: ReplyOf<'caseAssessment'>;
  readonly toHandle: () => void;
}) {
  const { id, proposal, toHandle } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const county = useCounty();
  const client = useQueryClient();
  const given = proposal.facts as Facts;
  const [facts, setFacts] = useState<Facts>(given);
  const rested = useRested(facts);
  const changed = facts !== given;
  const tried = useQuery({
    queryKey: ['caseWhatIf', county, id, rested, language],
    queryFn: ({ signal }) =>
      call('caseWhatIf', { params: { county, id }, query: { language }, body: { facts: rested } }, signal),
    enabled: rested !== given,
    retry: false,
    placeholderData: (before) => before,
  });
  const answer = rested === given ? proposal.assessment : (tried.data?.assessment ?? null);
  const assessment = answer as unknown as Assessment | null;
  const error = rested === given ? null : tried.error;
  const stale = rested !== facts || tried.isFetching || error !== null;
  return (
    <section className="law" aria-label={text('law.title')}>
      <div className="law-head">
        <p className="sub">{text('law.hint')}</p>
        <span className="no-print">
          {changed && <span className="mark soon">{text('law.changed')}</span>}
          {changed && <Button onClick={() => setFacts(given)}>{text('law.reset')}</Button>}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {text('law.print')}
          </Button>
        </span>
      </div>
      {proposal.notes.map((note) => (
        <p key={note[0]} className="quiet">
          {say(note as [string, string])}
        </p>
      ))}
      <div className="law-columns">
        <div className="law-right" aria-busy={stale}>
          <ProblemNotice error={error} />
          {assessment === null && error === null && <p className="quiet">{text('law.empty')}</p>}
          {assessment !== null && (
            <div className={stale ? 'law-stale' : ''}>
              <AssessmentResult assessment={assessment} goTo={goTo} />
              <AssessmentConfirm
                id={id}
                facts={facts}
                assessment={assessment}
                stale={stale}
                toHandle={toHandle}
                taken={() => void client.invalidateQueries()}
              />
            </div>
          )}
        </div>
        <AssessmentFacts facts={facts} sources={proposal.sources} change={setFacts} />
      </div>
    </section>
  );
}

function goTo(field: string): void {
  const part = document.getElementById(`law-${field}`);
  part?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  part?.focus({ preventScroll: true });
}
