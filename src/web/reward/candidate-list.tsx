// Which clues may earn their informants a reward, and what does the rule offer for each?
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDayText, formatMoney } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { CLUE_RESULTS } from '../../domain/clue/clue.ts';
import { ProposeDrawer } from './propose-drawer.tsx';

const PAGE = 50;
type Row = ReplyOf<'rewardCandidates'>['rows'][number];

export function CandidateList() {
  const text = useText();
  const { actor, county } = useSession();
  const [pages, setPages] = useState(1);
  const [chosen, setChosen] = useState<Row | null>(null);
  const query = useCall(
    'rewardCandidates',
    { params: { county }, query: { limit: Math.min(200, pages * PAGE) } },
    { keep: true },
  );
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { rows, total, ruled } = query.data;
  return (
    <>
      {!ruled && (
        <EmptyState
          title={text('reward.unruled')}
          hint={text('reward.unruledHint')}
          action={
            has(actor, 'settings') && (
              <Link to="/system/setting#reward-rule">
                <Button type="primary" tabIndex={-1}>
                  {text('reward.toSetting')}
                </Button>
              </Link>
            )
          }
        />
      )}
      {rows.length === 0 && ruled && (
        <EmptyState title={text('reward.empty.candidate')} hint={text('reward.empty.candidateHint')} />
      )}
      {rows.length > 0 && <Lines rows={rows} ruled={ruled} propose={setChosen} />}
      {rows.length < total && pages * PAGE < 200 && (
        <div className="more">
          <Button onClick={() => setPages((n) => n + 1)}>{text('common.more')}</Button>
        </div>
      )}
      {chosen && <ProposeDrawer clue={chosen} close={() => setChosen(null)} />}
    </>
  );
}

function Lines(props: {
  readonly rows: readonly Row[];
  /** Without a rule there is nothing to offer or propose by. */
  readonly ruled: boolean;
  readonly propose: (row: Row) => void;
}) {
  const { rows, ruled, propose } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { actor } = useSession();
  return (
    <ul className="reward-lines">
      {rows.map((row) => {
        const result = CLUE_RESULTS.find((item) => item.code === row.result);
        return (
          <li key={row.id}>
            <div>
              <RecordLink kind="clue" id={row.id}>
                {row.no}
              </RecordLink>{' '}
              <span className="mark calm">{result ? say(result.label) : row.result}</span>
              <p>{row.content}</p>
              <small className="quiet">
                {formatDayText(row.day, language)}
                {row.resultDay && ` → ${formatDayText(row.resultDay, language)}`} ·{' '}
                {row.tips > 0
                  ? `${text('reward.tips')} ${text('reward.tipCount', { n: row.tips })}`
                  : text('reward.paper')}
              </small>
            </div>
            <div className="reward-offer">
              {row.amount === null ? (
                <span className="quiet">{ruled && text('reward.noBracket')}</span>
              ) : (
                <>
                  <b className="num">{formatMoney(row.amount, language)}</b>
                  <small className="quiet">{row.bracket}</small>
                </>
              )}
            </div>
            {ruled && has(actor, 'reward.propose') && (
              <Button onClick={() => propose(row)}>{text('reward.propose')}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
