// What is known of one post: why its score, what it said, its originals, how it was judged?
import { Link } from 'react-router';
import { formatInstant } from '../../client/format.ts';
import { type TextKey, useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { has } from '../../domain/access/access.ts';
import { RULES, type Rule } from '../../domain/opinion/screen.ts';
import { Copies } from './copies.tsx';
import { JudgeButtons } from './judge-bar.tsx';
import { MarkedText } from './marked-text.tsx';
import { ScoreMark, StateMark, screened } from './post-line.tsx';

export function PostPanel(props: { readonly id: string; readonly threshold: number }) {
  const { actor, county } = useSession();
  const text = useText();
  const query = useCall('opinionPost', { params: { county, id: props.id } }, { staleTime: 0 });
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { post, clue, steps } = query.data;
  return (
    <div className="opinion-panel">
      <div className="row-line">
        <ScoreMark score={post.score} threshold={props.threshold} />
        <StateMark state={post.state} />
        {clue && <Link to={`/record/clue/${clue.id}`}>{text('opinion.openClue', { no: clue.no })}</Link>}
        <span className="grow" />
        {has(actor, 'opinion.write') && <JudgeButtons posts={[post]} />}
      </div>
      <p className="opinion-full long">
        {screened(post) === '' ? (
          text('opinion.linkOnly')
        ) : (
          <MarkedText text={screened(post)} hits={post.hits} />
        )}
      </p>
      <Why post={post} />
      <Facts detail={query.data} />
      <Copies post={post} copies={query.data.copies} refresh={() => void query.refetch()} />
      <h3>{text('opinion.history')}</h3>
      {steps.length === 0 ? <p className="quiet">{text('opinion.notJudged')}</p> : <Steps steps={steps} />}
    </div>
  );
}

function Why(props: { readonly post: PostOnWire }) {
  const { post } = props;
  const text = useText();
  const say = useSay();
  const idle = [...new Set(post.hits.filter((hit) => hit.idle).map((hit) => hit.word))];
  return (
    <>
      <h3>{text('opinion.why', { score: post.score })}</h3>
      {post.parts.length === 0 && <p className="quiet">{text('opinion.noHits')}</p>}
      <table className="opinion-why">
        <tbody>
          {post.parts.map((part) => (
            <tr key={part.rule}>
              <td className="num">{part.points > 0 ? `+${part.points}` : `−${-part.points}`}</td>
              <td>{part.words.join('、')}</td>
              <td className="quiet">{part.rule in RULES ? say(RULES[part.rule as Rule]) : part.rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {idle.length > 0 && <p className="quiet">{text('opinion.idle', { words: idle.join('、') })}</p>}
    </>
  );
}

function Facts(props: { readonly detail: ReplyOf<'opinionPost'> }) {
  const { post, collectedByName } = props.detail;
  const text = useText();
  const language = useLanguage();
  const author = post.author === '※' ? text('field.withheld') : post.author;
  const facts: [TextKey, string | null][] = [
    ['opinion.platform', post.platform],
    ['opinion.author', author],
    ['opinion.postedAt', post.postedAt && formatInstant(post.postedAt, language)],
    ['opinion.engagement', post.engagement === null ? null : post.engagement.toLocaleString('en-US')],
    ['opinion.collected', `${formatInstant(post.collectedAt, language)} ${collectedByName}`],
  ];
  return (
    <dl className="values">
      {facts
        .filter(([, value]) => value)
        .map(([key, value]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {post.url && (
        <div className="wide">
          <dt>{text('opinion.link')}</dt>
          {/* Not a link: opening it would tell the other side who looks. */}
          <dd className="opinion-url">{post.url}</dd>
        </div>
      )}
      <div className="wide">
        <dt>{text('opinion.textHash')}</dt>
        <dd className="opinion-hash">{post.textHash}</dd>
      </div>
    </dl>
  );
}

function Steps(props: { readonly steps: ReplyOf<'opinionPost'>['steps'] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <ol className="opinion-steps">
      {props.steps.map((step, index) => (
        <li key={index}>
          <strong>{text(`opinion.step.${step.step}` as TextKey)}</strong>{' '}
          <span className="quiet">
            {step.byName} · {formatInstant(step.at, language)}
          </span>
          {step.reason && <div>{step.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
