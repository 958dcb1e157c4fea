// Which clue, or why? One dialog for every step with posts.
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newId } from '../../client/api.ts';
import { type TextKey, useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { RefPicker } from '../../client/ui/ref-picker.tsx';
import type { PostOnWire } from '../../contract/opinion.ts';
import { VIOLATION_TYPES } from '../../domain/law/taxonomy.ts';
import type { PostStep } from '../../domain/opinion/post.ts';
import { screened } from './post-line.tsx';

export type Judgement = PostStep;

/** The steps' own words, as an officer would ask for them. */
export const STEP_TEXT: Readonly<Record<Judgement, TextKey>> = {
  clue: 'opinion.makeClue',
  join: 'opinion.join',
  watch: 'opinion.watch',
  dismiss: 'opinion.dismiss',
  undo: 'opinion.undo',
};

export function JudgeDialog(props: {
  readonly step: Judgement;
  readonly posts: readonly PostOnWire[];
  readonly close: () => void;
  readonly done: () => void;
}) {
  const { step, posts } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [problem, setProblem] = useState<unknown>(null);
  const [clue] = useState(newId);
  const [content, setContent] = useState(posts[0] ? screened(posts[0]).slice(0, 500) : '');
  const [violation, setViolation] = useState<string | undefined>('T2');
  const [joined, setJoined] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const ids = posts.map((post) => post.id);
  const ready =
    step === 'join'
      ? joined !== null
      : step === 'dismiss' || step === 'undo'
        ? reason.trim() !== ''
        : step !== 'clue' || content.trim() !== '';
  const send = async () => {
    setProblem(null);
    try {
      if (step === 'undo') await act('opinion.undo', { ids, reason: reason.trim() });
      else
        await act('opinion.judge', {
          ids,
          step,
          ...(step === 'clue'
            ? { clue: { id: clue, values: { content: content.trim(), ...(violation ? { violation } : {}) } } }
            : {}),
          ...(step === 'join' && joined ? { clue: { id: joined } } : {}),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        });
      void message.success(text(step === 'clue' ? 'opinion.made' : 'opinion.done', { n: ids.length }));
      props.done();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal
      open
      title={`${text(STEP_TEXT[step])} · ${text('opinion.selected', { n: ids.length })}`}
      okText={text(STEP_TEXT[step])}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void send()}
      onCancel={props.close}
    >
      {step === 'clue' && (
        <ClueFields
          count={ids.length}
          content={content}
          setContent={setContent}
          violation={violation}
          setViolation={setViolation}
        />
      )}
      {step === 'join' && (
        <div className="form-field wide">
          <label htmlFor="opinion-clue">{text('opinion.clueChoose')}</label>
          <RefPicker
            id="opinion-clue"
            kind="clue"
            label={text('opinion.clueChoose')}
            value={joined}
            onChange={(value) => setJoined((value as string | null) ?? null)}
          />
        </div>
      )}
      {step === 'undo' && <p className="sub">{text('opinion.undoHint')}</p>}
      {step !== 'clue' && (
        <div className="form-field wide">
          <label htmlFor="opinion-reason">
            {text('opinion.reason')}
            {(step === 'dismiss' || step === 'undo') && (
              <span className="required" aria-hidden="true">
                *
              </span>
            )}
          </label>
          <Input.TextArea
            id="opinion-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={step === 'dismiss' ? text('opinion.reasonDismiss') : ''}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      )}
      <ProblemNotice error={problem} />
    </Modal>
  );
}

function ClueFields(props: {
  readonly count: number;
  readonly content: string;
  readonly setContent: (content: string) => void;
  readonly violation: string | undefined;
  readonly setViolation: (violation: string | undefined) => void;
}) {
  const text = useText();
  const say = useSay();
  return (
    <>
      <p className="sub">{text('opinion.clueHint', { n: props.count })}</p>
      <div className="form-field wide">
        <label htmlFor="opinion-content">{text('opinion.content')}</label>
        <Input.TextArea
          id="opinion-content"
          value={props.content}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={(event) => props.setContent(event.target.value)}
        />
      </div>
      <div className="form-field wide">
        <label htmlFor="opinion-violation">{text('opinion.violation')}</label>
        <Select<string>
          id="opinion-violation"
          allowClear
          style={{ width: '100%' }}
          {...(props.violation ? { value: props.violation } : {})}
          onChange={(value) => props.setViolation(value)}
          options={VIOLATION_TYPES.map((type) => ({ value: type.code as string, label: say(type.label) }))}
        />
      </div>
    </>
  );
}
