// How does one post, or one group of near-duplicates, look in the list?
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { POST_STATES, wholeText } from '../../domain/opinion/post.ts';
import { MarkedText } from './marked-text.tsx';

/** Title and text as they were screened. */
export function screened(post: PostOnWire): string {
  return wholeText({ text: post.text, ...(post.title ? { title: post.title } : {}) });
}

export function ScoreMark(props: { readonly score: number; readonly threshold: number }) {
  const { score, threshold } = props;
  const text = useText();
  const level = score >= threshold ? (score >= 60 ? 'high' : 'mid') : 'low';
  return (
    <span className={`opinion-score ${level}`} title={text('opinion.points', { n: score })}>
      {score}
    </span>
  );
}

export function StateMark(props: { readonly state: PostOnWire['state'] }) {
  const say = useSay();
  const state = POST_STATES.find((each) => each.code === props.state);
  if (!state || props.state === 'open') return null;
  const tone = props.state === 'watched' ? 'soon' : props.state === 'dismissed' ? 'alone-state' : 'ok';
  return <span className={`state ${tone}`}>{say(state.label)}</span>;
}

export function PostLine(props: {
  readonly post: PostOnWire;
  readonly threshold: number;
  readonly checked: boolean;
  readonly mayWork: boolean;
  readonly onCheck: (on: boolean) => void;
  readonly onOpen: () => void;
  readonly inner?: boolean;
  readonly more?: ReactNode;
}) {
  const { post } = props;
  const text = useText();
  const language = useLanguage();
  const whole = screened(post);
  return (
    <div className={`opinion-line${props.inner ? ' inner' : ''}`}>
      {props.mayWork && (
        <Checkbox
          checked={props.checked}
          aria-label={whole.slice(0, 40) || post.url || post.id}
          onChange={(event) => props.onCheck(event.target.checked)}
        />
      )}
      <ScoreMark score={post.score} threshold={props.threshold} />
      <div className="opinion-what">
        <button type="button" className="plain-button opinion-text" onClick={props.onOpen}>
          {whole === '' ? (
            <span className="quiet">{text('opinion.linkOnly')}</span>
          ) : (
            <MarkedText text={whole} hits={post.hits} />
          )}
        </button>
        <div className="opinion-meta">
          <span>{post.platform ?? text('common.none')}</span>
          <span className="num">{formatInstant(post.postedAt ?? post.collectedAt, language)}</span>
          <StateMark state={post.state} />
          {props.more}
        </div>
      </div>
    </div>
  );
}

export function GroupButton(props: {
  readonly size: number;
  readonly open: boolean;
  readonly toggle: () => void;
}) {
  const text = useText();
  if (props.size < 2) return null;
  return (
    <Button type="link" size="small" aria-expanded={props.open} onClick={props.toggle}>
      {text('opinion.group', { n: props.size })}
      {props.open ? ' ▴' : ' ▾'}
    </Button>
  );
}
