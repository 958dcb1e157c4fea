// What is done with the chosen posts, one or two hundred at once?
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../client/i18n.ts';
import type { PostOnWire } from '../../contract/opinion.ts';
import { takeStep } from '../../domain/opinion/post.ts';
import { JudgeDialog, type Judgement, STEP_TEXT } from './judge-dialog.tsx';

const STEPS: readonly Judgement[] = ['clue', 'join', 'watch', 'dismiss', 'undo'];

/** What may be done with a post in this state. */
function allows(state: PostOnWire['state'], step: Judgement): boolean {
  const before =
    state === 'watched' ? 'watch' : state === 'dismissed' ? 'dismiss' : state === 'open' ? null : 'join';
  return takeStep(before ? [{ step: before, clue: null }] : [], { step, clue: null }).ok;
}

/** The steps that every one of the posts allows. */
export function JudgeButtons(props: { readonly posts: readonly PostOnWire[]; readonly done?: () => void }) {
  const { posts, done } = props;
  const text = useText();
  const [step, setStep] = useState<Judgement | null>(null);
  const steps = STEPS.filter((each) => posts.every((post) => allows(post.state, each)));
  return (
    <>
      {steps.map((each) => (
        <Button key={each} type={each === 'clue' ? 'primary' : 'default'} onClick={() => setStep(each)}>
          {text(STEP_TEXT[each])}
        </Button>
      ))}
      {step && (
        <JudgeDialog
          step={step}
          posts={posts}
          close={() => setStep(null)}
          done={() => {
            setStep(null);
            done?.();
          }}
        />
      )}
    </>
  );
}

export function JudgeBar(props: { readonly posts: readonly PostOnWire[]; readonly clear: () => void }) {
  const { posts, clear } = props;
  const text = useText();
  if (posts.length === 0) return null;
  return (
    <section className="judge-bar" aria-label={text('opinion.history')}>
      <strong>{text('opinion.selected', { n: posts.length })}</strong>
      <JudgeButtons posts={posts} done={clear} />
      <Button type="text" onClick={clear}>
        {text('common.cancel')}
      </Button>
    </section>
  );
}
