// How is a record corrected, and what if somebody else was faster?
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemError } from '../../client/api.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { isWithheld } from '../../client/ui/field-text.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import { canonicalJson } from '../../domain/kernel/canonical.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { findProcedure } from '../../domain/procedure.ts';
import { correctableKind } from '../procedure/owned-field.ts';
import { MergePanel } from './merge-panel.tsx';
import { focusWrong, RecordForm } from './record-form.tsx';
import { Reason } from './step-dialog.tsx';

const empty = (value: unknown) => value === undefined || value === null || value === '';

/** Only what differs from `before`; null clears a field. */
export function changesOf(kind: Kind, before: Values, after: Values): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const name of Object.keys(kind.fields)) {
    const [was, is] = [before[name], after[name]];
    if (isWithheld(is) || (empty(was) && empty(is))) continue;
    if (empty(is)) changes[name] = null;
    else if (empty(was) || canonicalJson(was) !== canonicalJson(is)) changes[name] = is;
  }
  return changes;
}

/** Withheld fields cannot be checked here: the server holds them. */
function checkOpen(kind: Kind, values: Values): readonly Refusal[] {
  const open = Object.fromEntries(
    Object.entries(values).filter(([, value]) => !empty(value) && !isWithheld(value)),
  );
  const checked = checkValues(kind, open);
  if (checked.ok) return [];
  return checked.refusals.filter((refusal) => !isWithheld(values[refusal.where ?? '']));
}

/** Was a step of its procedure taken? Then the fields it owns are no longer corrected here. */
function useBegun(kind: Kind, id: string): boolean {
  const county = useCounty();
  const asked = findProcedure(kind.name) !== undefined;
  const query = useCall('progress', { params: { county, kind: kind.name, id } }, { enabled: asked });
  return (query.data?.seq ?? 0) > 0;
}

export function CorrectRecord(props: {
  readonly kind: Kind;
  readonly row: RecordOnWire;
  readonly close: () => void;
}) {
  const { kind, close } = props;
  const text = useText();
  const say = useSay();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [base, setBase] = useState(props.row);
  const [values, setValues] = useState<Values>(props.row.values as Values);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<RecordOnWire | null>(null);
  useEffect(() => (refusals.length > 0 ? focusWrong() : undefined), [refusals]);
  const begun = useBegun(kind, props.row.id);
  const shownKind = correctableKind(kind, base.values as Values, begun);
  const left = Object.entries(kind.fields).flatMap(([name, field]) =>
    shownKind.fields[name] ? [] : [field],
  );
  const fail = (error: unknown) => {
    const stale = error instanceof ProblemError ? error.find('record.stale') : undefined;
    const other = (stale?.detail as { theirs?: RecordOnWire } | undefined)?.theirs;
    if (other) return setTheirs(other);
    const told = error instanceof ProblemError ? error.refusals : [];
    const beside = told.filter((refusal) => refusal.where && kind.fields[refusal.where]);
    setRefusals(beside);
    setProblem(beside.length === told.length && beside.length > 0 ? null : error);
  };
  const submit = async () => {
    setAsked(true);
    setProblem(null);
    const wrong = checkOpen(kind, values);
    setRefusals(wrong);
    if (wrong.length > 0 || reason.trim() === '') return focusWrong();
    const changes = changesOf(kind, base.values as Values, values);
    if (Object.keys(changes).length === 0) return void message.info(text('record.nothingChanged'));
    const body = {
      kind: kind.name,
      id: base.id,
      version: base.version,
      values: changes,
      reason: reason.trim(),
    };
    try {
      await act('record.correct', body);
      void message.success(text('common.saved'));
      close();
    } catch (error) {
      fail(error);
    }
  };
  const merged = (next: Values) => {
    if (theirs) setBase(theirs);
    setValues(next);
    setTheirs(null);
  };
  if (theirs) return <MergePanel kind={kind} base={base} mine={values} theirs={theirs} done={merged} />;
  return (
    <RecordForm
      kind={shownKind}
      values={values}
      onChange={setValues}
      refusals={refusals}
      onSubmit={() => void submit()}
    >
      {left.length > 0 && (
        <p className="quiet">
          {text('owned.hint', { fields: left.map((field) => say(field.label)).join('、') })}
        </p>
      )}
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
