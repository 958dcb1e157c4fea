// What does a tip say, what came with it, and what has been done about it?
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { formatDayText, formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RecordLink } from '../../client/ui/record-link.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import { has } from '../../domain/access/access.ts';
import { spotWords } from '../../domain/tip/spot.ts';
import { TIP_CHANNELS, TIP_EVENTS, TIP_MATTERS, TIP_STATES, TIP_WHENS } from '../../domain/tip/tip.ts';
import '../figure/figure.css';
import { useTownships } from '../map/kind-map.tsx';
import './tip.css';
import { TipFiles } from './tip-file.tsx';
import { TipIdentityCard } from './tip-identity.tsx';
import { TipMap } from './tip-map.tsx';
import { TipTalk } from './tip-talk.tsx';
import { TipTriage } from './tip-triage.tsx';

export type TipDetail = ReplyOf<'tip'>;

export function TipPage() {
  const text = useText();
  const { county, actor } = useSession();
  const id = useParams()['id'] ?? '';
  const query = useCall('tip', { params: { county, id } });
  if (!has(actor, 'tip.read')) return <EmptyState title={text('problem.noRight')} />;
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  const detail = query.data;
  return (
    <>
      <p className="no-print crumb">
        <Link to="/tip">← {text('tip.title')}</Link>
      </p>
      <Head detail={detail} />
      <div className="tip-columns">
        <div>
          <Content detail={detail} />
          <TipFiles detail={detail} />
          <TipTalk detail={detail} />
        </div>
        <div>
          {detail.tip.state === 'new' && has(actor, 'tip.handle') && <TipTriage detail={detail} />}
          <Progress detail={detail} />
          <TipIdentityCard detail={detail} />
        </div>
      </div>
    </>
  );
}

function useLabel() {
  const say = useSay();
  return (table: readonly { code: string; label: readonly [string, string] }[], code: string) =>
    say(table.find((item) => item.code === code)?.label ?? ['', '']);
}

function Head({ detail: { tip } }: { readonly detail: TipDetail }) {
  const text = useText();
  const label = useLabel();
  const language = useLanguage();
  return (
    <header className="page-head">
      <h2>
        {label(TIP_MATTERS, tip.matter)} <span className="num quiet">{tip.no}</span>
      </h2>
      <span className={`mark ${tip.state === 'new' ? 'soon' : tip.state === 'clue' ? 'good' : 'calm'}`}>
        {label(TIP_STATES, tip.state)}
      </span>
      {tip.waits && <span className="mark late">{text('tip.waits')}</span>}
      <span className="sub">
        {label(TIP_CHANNELS, tip.channel)} · {formatInstant(tip.recordedAt, language)}
      </span>
    </header>
  );
}

/** How far the coordinates can be trusted depends on where they came from. */
const HOW = { device: 'tip.byDevice', pointed: 'tip.byPointed', unsaid: 'tip.accuracy' } as const;

function Content({ detail: { tip, content } }: { readonly detail: TipDetail }) {
  const text = useText();
  const say = useSay();
  const label = useLabel();
  const { place, town, address } = content.where;
  const townships = useTownships();
  const near = place ? spotWords(place, townships, place.accuracy ?? 0) : null;
  const words = [town, address].filter(Boolean).join(' ');
  const when = content.when.at ? content.when.at.replace('T', ' ') : label(TIP_WHENS, content.when.kind);
  return (
    <section className="card">
      <h3>{text('tip.content')}</h3>
      <p className="tip-text">{content.text || '—'}</p>
      <dl className="values tip-values">
        <div className="wide">
          <dt>{text('tip.where')}</dt>
          <dd>
            {words || (place ? '' : text('tip.whereUnknown'))}
            {place && (
              <span className="quiet num">
                {' '}
                {place.lng.toFixed(5)}, {place.lat.toFixed(5)}
                {place.accuracy !== undefined &&
                  `（${text(HOW[place.by ?? 'unsaid'], { n: Math.round(place.accuracy) })}）`}
                {near && <span className="tip-near">{say(near)}</span>}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{text('tip.when')}</dt>
          <dd>{when}</dd>
        </div>
        {tip.originNo && (
          <div>
            <dt>{text('tip.origin')}</dt>
            <dd className="num">{tip.originNo}</dd>
          </div>
        )}
      </dl>
      {place && <TipMap place={place} name={tip.no} names={townships} />}
    </section>
  );
}

function Progress({ detail }: { readonly detail: TipDetail }) {
  const text = useText();
  const say = useSay();
  const label = useLabel();
  const language = useLanguage();
  return (
    <section className="card">
      <h3>{text('tip.progress')}</h3>
      <ol className="tip-line">
        {detail.events.map((event) => (
          <li key={`${event.at}${event.kind}`}>
            {event.kind === 'added'
              ? text('tip.files', { n: event.note ?? '' })
              : label(TIP_EVENTS, event.kind)}
            <span className="quiet num">{formatInstant(event.at, language)}</span>
            {event.note && event.kind !== 'added' && <p>{event.note}</p>}
          </li>
        ))}
        {detail.outcome && (
          <li>
            <b>
              {text('tip.outcome')}：{say(detail.outcome.result)}
            </b>
            <span className="quiet num">{detail.outcome.day}</span>
          </li>
        )}
      </ol>
      {detail.clue && (
        <p>
          {text('tip.became')}{' '}
          <RecordLink kind="clue" id={detail.clue.id}>
            {detail.clue.no}
          </RecordLink>
        </p>
      )}
      {detail.reward && <p>{say(detail.reward.state)}</p>}
      {detail.eraseAfter && (
        <p className="quiet">{text('tip.eraseAfter', { day: formatDayText(detail.eraseAfter, language) })}</p>
      )}
    </section>
  );
}
