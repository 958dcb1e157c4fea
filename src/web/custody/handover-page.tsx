// What does the taker see after scanning: the items, their pictures and condition, and two answers?
import { Alert, Button, Input, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { makeAction, type OutgoingAction, ProblemError, sendAction, urlOf } from '../../client/api.ts';
import { formatDayText, formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useCall } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { ReplyOf } from '../../contract/api.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import './custody.css';
import { keepAnswer } from './late-answer.ts';
import { useLateAnswers } from './use-late-answers.ts';
import { purposeLabel, useAmountWords } from './words.ts';

type View = ReplyOf<'handover'>;

export function HandoverPage() {
  const text = useText();
  const { county = '', code = '' } = useParams();
  useLateAnswers();
  const query = useCall('handover', { params: { county, code } }, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <main className="handover-page">
      <h1>{text('handover.title')}</h1>
      <ProblemNotice error={query.data ? null : query.error} retry={() => void query.refetch()} />
      {query.isLoading && <Skeleton active paragraph={{ rows: 6 }} />}
      {query.data && <Handover view={query.data} county={county} code={code} />}
    </main>
  );
}

type Done = 'accepted' | 'declined' | 'late' | null;

function Handover(props: { readonly view: View; readonly county: string; readonly code: string }) {
  const { view, county } = props;
  const text = useText();
  const [done, setDone] = useState<Done>(null);
  return (
    <>
      <Items view={view} county={county} />
      {done ? (
        <Alert
          showIcon
          type={done === 'late' ? 'warning' : 'success'}
          title={text(`handover.${done}`)}
          action={
            done === 'late' ? undefined : (
              <Link to={`/record/seizure/${view.seizure.id}`}>{text('handover.open')}</Link>
            )
          }
        />
      ) : view.state === 'open' ? (
        <Answer {...props} finish={setDone} />
      ) : (
        <Alert showIcon type="info" title={text(`handover.${view.state}`)} />
      )}
    </>
  );
}

function Items(props: { readonly view: View; readonly county: string }) {
  const { seizure, names, offer, photos, until } = props.view;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const amount = useAmountWords(seizure.values['unit']);
  const book = new Map(Object.entries(names));
  const title = titleOf(getKind('seizure'), seizure.values as Values, book, language);
  return (
    <section className="handover-items" aria-label={text('handover.items')}>
      <h2>
        {title} {offer && <span className="num">{amount(offer.quantity)}</span>}
      </h2>
      <p className="quiet num">{seizure.no}</p>
      {photos.length > 0 && (
        <ul className="handover-photos">
          {photos.map((photo) => (
            <li key={photo.file}>
              <img
                src={urlOf('file', { params: { county: props.county, sha256: photo.file } })}
                alt={photo.caption || text('custody.photos')}
              />
              {photo.caption && <span>{photo.caption}</span>}
            </li>
          ))}
        </ul>
      )}
      {offer && (
        <dl>
          <dt>{text('handover.giver')}</dt>
          <dd>
            {offer.giver} · {formatDayText(offer.on, language)}
          </dd>
          <dt>{text('handover.purpose')}</dt>
          <dd>{say(purposeLabel(offer.purpose))}</dd>
          <dt>{text('handover.place')}</dt>
          <dd>{offer.place}</dd>
          <dt>{text('handover.condition')}</dt>
          <dd>{offer.condition}</dd>
        </dl>
      )}
      <p className="quiet">{text('handover.until', { at: formatInstant(until, language) })}</p>
    </section>
  );
}

interface AnswerProps {
  readonly view: View;
  readonly county: string;
  readonly code: string;
  readonly finish: (done: Done) => void;
}

/** What takers mostly write: one touch, and still their own words to add to. */
const PHRASES = ['handover.same', 'handover.sameAlive', 'handover.sameSealed'] as const;

function Answer({ view, county, code, finish }: AnswerProps) {
  const text = useText();
  const { me } = useSession();
  const [words, setWords] = useState('');
  const [declining, setDeclining] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const last = useRef<{ text: string; action: OutgoingAction } | null>(null);
  const answer = async (accept: boolean) => {
    setAsked(true);
    if (words.trim() === '') return;
    const said = accept ? { condition: words.trim() } : { reason: words.trim() };
    const body = { id: view.seizure.id, code, accept, ...said };
    // The same words sent again keep their id and the instant they were first confirmed at.
    if (last.current?.text !== JSON.stringify(body))
      last.current = { text: JSON.stringify(body), action: makeAction('handover.answer', body) };
    const { action } = last.current;
    setBusy(true);
    setProblem(null);
    try {
      await sendAction(county, action);
      finish(accept ? 'accepted' : 'declined');
    } catch (error) {
      if (error instanceof ProblemError && error.status === 0) {
        keepAnswer({ county, account: me.account, action });
        finish('late');
      } else setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const wrong = asked && words.trim() === '';
  return (
    <section className="handover-answer">
      <label htmlFor="handover-words">{text(declining ? 'handover.why' : 'handover.mine')}</label>
      <Input.TextArea
        id="handover-words"
        value={words}
        maxLength={400}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={declining ? '' : text('handover.mineHint')}
        status={wrong ? 'error' : ''}
        onChange={(event) => setWords(event.target.value)}
      />
      {!declining && (
        <div className="handover-phrases">
          {PHRASES.map((phrase) => (
            <Button key={phrase} onClick={() => setWords(text(phrase))}>
              {text(phrase)}
            </Button>
          ))}
        </div>
      )}
      {wrong && (
        <div className="field-wrong" role="alert">
          {text(declining ? 'handover.fillWhy' : 'handover.fill')}
        </div>
      )}
      <ProblemNotice error={problem} />
      <div className="handover-buttons">
        {declining ? (
          <>
            <Button danger type="primary" size="large" loading={busy} onClick={() => void answer(false)}>
              {text('handover.decline')}
            </Button>
            <Button size="large" disabled={busy} onClick={() => setDeclining(false)}>
              {text('common.back')}
            </Button>
          </>
        ) : (
          <>
            <Button type="primary" size="large" loading={busy} onClick={() => void answer(true)}>
              {text('handover.accept')}
            </Button>
            <Button size="large" disabled={busy} onClick={() => setDeclining(true)}>
              {text('handover.decline')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
