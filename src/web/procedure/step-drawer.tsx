// How is a step taken? Its form beside the record; from below on a phone. Nothing typed is lost by a refusal.
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { ProblemError } from '../../client/api.ts';
import { formatInstant, today } from '../../client/format.ts';
import { useLanguage, useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import { ANSWER, type Procedure, stepKind } from '../../domain/kernel/procedure.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { dropDraft, readDraft, writeDraft } from '../register/draft.ts';
import { focusWrong, RecordForm } from '../register/record-form.tsx';
import { askedValues, beginWith, formKind, type ProgressOnWire } from './step-kind.ts';

export interface StepDrawerProps {
  readonly procedure: Procedure;
  readonly id: string;
  readonly record: Values;
  readonly progress: ProgressOnWire;
  readonly step: string;
  /** Values that are no choice of the person, e.g. which alarm is answered. */
  readonly fixed?: Values;
  /** What the step is about, said in its title. */
  readonly about?: Label;
  /** What the record is about, where the page behind the form does not say it. */
  readonly subject?: string;
  /** The step was taken; it has this number. */
  readonly taken?: (seq: number) => void;
  readonly close: () => void;
}

export function StepDrawer(props: StepDrawerProps) {
  const { procedure, step, close } = props;
  const say = useSay();
  const narrow = useNarrow();
  const kind = stepKind(procedure, step);
  return (
    <Drawer
      open
      onClose={close}
      title={[kind ? say(kind.label) : step, props.about && say(props.about)].filter(Boolean).join(' · ')}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '88%' : 620}
      mask={{ closable: false }}
      rootClassName="step-drawer no-print"
      styles={{ body: { paddingBottom: 0 } }}
    >
      {props.subject && <p className="step-subject">{props.subject}</p>}
      <StepForm key={step} {...props} />
    </Drawer>
  );
}

/** A draft belongs to the step of this one record. */
function draftKind(kind: Kind, id: string): Kind {
  return { ...kind, name: `${kind.name}.${id}` };
}

function useStepForm(props: StepDrawerProps) {
  const { procedure, step, id, progress, record } = props;
  const { me, county } = useSession();
  const own = draftKind(stepKind(procedure, step) as Kind, id);
  const [draft] = useState(() => readDraft(me.account, county, own));
  const [values, setValues] = useState<Values>(
    () => draft?.values ?? beginWith(procedure, step, { progress, record, today: today() }),
  );
  const change = (next: Values) => {
    setValues(next);
    writeDraft(me.account, county, own, id, next);
  };
  return { values, change, draftAt: draft?.at ?? null, drop: () => dropDraft(me.account, county, own) };
}

function StepForm(props: StepDrawerProps) {
  const { procedure, step, id, progress, fixed = {}, close } = props;
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const client = useQueryClient();
  const { values, change, draftAt, drop } = useStepForm(props);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [seen, setSeen] = useState(progress.seq);
  useEffect(() => (refusals.length > 0 ? focusWrong() : undefined), [refusals]);
  const kind = formKind(procedure, step, { ...values, ...fixed }, Object.keys(fixed));
  const mine = progress.open.includes(step) || step === 'revoke';
  const fail = (error: unknown) => {
    if (error instanceof ProblemError && error.find('record.stale'))
      void client.invalidateQueries({ queryKey: ['progress'] });
    const told = error instanceof ProblemError ? error.refusals : [];
    const beside = told.filter((refusal) => refusal.where && kind.fields[refusal.where]);
    setRefusals(beside);
    setProblem(beside.length === told.length && beside.length > 0 ? null : error);
  };
  const submit = async () => {
    setProblem(null);
    const checked = checkValues(kind, askedValues(kind, values));
    if (!checked.ok) return setRefusals(checked.refusals);
    setRefusals([]);
    const body = {
      kind: procedure.kind,
      id,
      seq: progress.seq,
      step,
      values: { ...checked.value, ...fixed },
    };
    setSeen(progress.seq);
    try {
      await act('step.take', body);
      drop();
      void message.success(text('step.saved', { step: say(kind.label) }));
      close();
      props.taken?.(progress.seq + 1);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <RecordForm
      kind={kind}
      values={values}
      onChange={change}
      refusals={refusals}
      onSubmit={() => void submit()}
    >
      <div className="form-foot">
        <Moved moved={progress.seq !== seen} may={mine} answers={step === ANSWER} />
        {!(problem instanceof ProblemError && problem.find('record.stale')) && (
          <ProblemNotice error={problem} />
        )}
        {problem instanceof ProblemError && problem.find('campaign.alarms') && (
          <Link to="/alarm">{text('alarm.toAll')}</Link>
        )}
        <div className="form-buttons">
          <Button
            type="primary"
            loading={busy}
            disabled={!mine}
            onClick={() => void submit()}
            title="Ctrl+Enter"
          >
            {text('step.save')}
          </Button>
          <Button onClick={close}>{text('common.cancel')}</Button>
          <span className="quiet form-draft">
            {draftAt
              ? text('form.draftFrom', { at: formatInstant(draftAt, language) })
              : text('form.draftKept')}
          </span>
        </div>
      </div>
    </RecordForm>
  );
}

/** Somebody was faster: the page has the newest state already, and what was typed stands. */
function Moved(props: { readonly moved: boolean; readonly may: boolean; readonly answers: boolean }) {
  const text = useText();
  if (!props.may)
    return <Alert type="warning" showIcon title={text(props.answers ? 'alarm.mayNot' : 'step.closed')} />;
  return props.moved ? <Alert type="warning" showIcon title={text('step.stale')} /> : null;
}
