// How is a step put right? Its own form again, with a reason; the first words stay readable.
import { App, Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemError } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { changesOf } from '../register/correct-record.tsx';
import { focusWrong, RecordForm } from '../register/record-form.tsx';
import { Reason } from '../register/step-dialog.tsx';
import { askedValues, formKind, type ProgressOnWire } from './step-kind.ts';
import { tellSteps } from './step-told.ts';

interface AmendProps {
  readonly procedure: Procedure;
  readonly id: string;
  readonly progress: ProgressOnWire;
  readonly seq: number;
  readonly close: () => void;
}

export function AmendDrawer(props: AmendProps) {
  const { procedure, progress, seq, close } = props;
  const text = useText();
  const say = useSay();
  const narrow = useNarrow();
  const told = tellSteps(progress.steps).find((each) => each.step.seq === seq);
  if (!told) return null;
  const label = say(formKind(procedure, told.step.name, {}).label);
  return (
    <Drawer
      open
      onClose={close}
      title={text('step.amendTitle', { n: seq, step: label })}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '88%' : 620}
      mask={{ closable: false }}
      rootClassName="step-drawer no-print"
      styles={{ body: { paddingBottom: 0 } }}
    >
      <AmendForm {...props} step={told.step.name} before={told.values} />
    </Drawer>
  );
}

function AmendForm(props: AmendProps & { readonly step: string; readonly before: Values }) {
  const { procedure, id, progress, seq, step, before, close } = props;
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [values, setValues] = useState<Values>(before);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => (refusals.length > 0 ? focusWrong() : undefined), [refusals]);
  const kind = formKind(procedure, step, values);
  const fail = (error: unknown) => {
    const told = error instanceof ProblemError ? error.refusals : [];
    const beside = told.filter((refusal) => refusal.where && kind.fields[refusal.where]);
    setRefusals(beside);
    setProblem(beside.length === told.length && beside.length > 0 ? null : error);
  };
  const submit = async () => {
    setAsked(true);
    setProblem(null);
    const checked = checkValues(kind, askedValues(kind, values));
    setRefusals(checked.ok ? [] : checked.refusals);
    if (!checked.ok || reason.trim() === '') return focusWrong();
    // A field no longer asked for is cleared with the words that asked for it.
    const whole = formKind(procedure, step, {});
    const all = { ...whole, fields: { ...whole.fields, ...kind.fields } };
    const cleared = Object.fromEntries(Object.keys(before).map((name) => [name, null]));
    const changes = changesOf(all, before, { ...cleared, ...checked.value });
    if (Object.keys(changes).length === 0) return void message.info(text('record.nothingChanged'));
    const body = { of: seq, values: JSON.stringify(changes), reason: reason.trim() };
    try {
      await act('step.take', {
        kind: procedure.kind,
        id,
        seq: progress.seq,
        step: 'amend',
        values: body,
      });
      void message.success(text('common.saved'));
      close();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <RecordForm
      kind={kind}
      values={values}
      onChange={setValues}
      refusals={refusals}
      onSubmit={() => void submit()}
    >
      <Reason value={reason} onChange={setReason} wrong={asked && reason.trim() === ''} />
      <div className="form-foot">
        <ProblemNotice error={problem} />
        <div className="form-buttons">
          <Button type="primary" loading={busy} onClick={() => void submit()} title="Ctrl+Enter">
            {text('record.saveCorrection')}
          </Button>
          <Button onClick={close}>{text('common.cancel')}</Button>
        </div>
      </div>
    </RecordForm>
  );
}
