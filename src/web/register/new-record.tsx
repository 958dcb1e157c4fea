// How does a new record come in by hand?
import { App, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { newId, ProblemError } from '../../client/api.ts';
import { formatInstant, today } from '../../client/format.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useAct } from '../../client/query.ts';
import { useSession } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { RecordOnWire } from '../../contract/api.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Kind, Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { beginningKind } from '../procedure/owned-field.ts';
import { dropDraft, keepLast, readDraft, readLast, writeDraft } from './draft.ts';
import { focusWrong, RecordForm } from './record-form.tsx';

/** Only what is filled: a null or empty field is unknown and not sent. */
function filledOf(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Values;
}

/** What a record grows out of: `slot` keeps its draft apart from those begun from nothing. */
export interface NewFrom {
  readonly slot: string;
  readonly values: Values;
}

function useNewRecord(own: Kind, from?: NewFrom) {
  const { me, county } = useSession();
  const kind = from ? { ...own, name: `${own.name}.${from.slot}` } : own;
  const fresh = (): { id: string; values: Values; at: string | null } => ({
    id: newId(),
    values: {
      [kind.day]: today(),
      ...(me.agency && kind.fields['agency'] ? { agency: me.agency } : {}),
      ...(from ? from.values : readLast(county, kind)),
    },
    at: null,
  });
  const [form, setForm] = useState(() => readDraft(me.account, county, kind) ?? fresh());
  const change = (values: Values) => {
    setForm((now) => ({ ...now, values }));
    writeDraft(me.account, county, kind, form.id, values);
  };
  const restart = () => {
    dropDraft(me.account, county, kind);
    setForm(fresh());
  };
  const done = (values: Values) => {
    dropDraft(me.account, county, kind);
    keepLast(county, own, values);
  };
  return { form, change, restart, done };
}

export function NewRecord(props: {
  readonly kind: Kind;
  readonly close: () => void;
  readonly from?: NewFrom;
  /** Only one is entered: nothing is offered to go on with. */
  readonly once?: boolean;
  /** Called with the saved record before the form closes. */
  readonly saved?: (row: RecordOnWire) => void;
}) {
  const { kind, close } = props;
  const text = useText();
  const language = useLanguage();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const { form, change, restart, done } = useNewRecord(kind, props.from);
  const shownKind = useMemo(() => beginningKind(kind), [kind]);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => (refusals.length > 0 ? focusWrong() : undefined), [refusals]);
  const fail = (error: unknown) => {
    const told = error instanceof ProblemError ? error.refusals : [];
    const beside = told.filter((refusal) => refusal.where && kind.fields[refusal.where]);
    setRefusals(beside);
    setProblem(beside.length === told.length && beside.length > 0 ? null : error);
  };
  const submit = async (next: boolean) => {
    const values = filledOf(form.values);
    const checked = checkValues(kind, values);
    setProblem(null);
    if (!checked.ok) return setRefusals(checked.refusals);
    setRefusals([]);
    try {
      const row = (await act('record.create', {
        kind: kind.name,
        id: form.id,
        values: checked.value,
      })) as RecordOnWire | null;
      done(checked.value);
      if (row) props.saved?.(row);
      void message.success(text('form.saved', { no: row?.no ?? '' }));
      if (next) restart();
      else close();
    } catch (error) {
      fail(error);
    }
  };
  return (
    <RecordForm
      kind={shownKind}
      values={form.values}
      onChange={change}
      refusals={refusals}
      onSubmit={(next) => submit(next && !props.once)}
    >
      <div className="form-foot">
        <ProblemNotice error={problem} />
        <div className="form-buttons">
          <Button type="primary" loading={busy} onClick={() => void submit(false)} title="Ctrl+Enter">
            {text('common.save')}
          </Button>
          {!props.once && (
            <Button disabled={busy} onClick={() => void submit(true)} title="Ctrl+Shift+Enter">
              {text('form.saveNext')}
            </Button>
          )}
          <Button type="text" onClick={restart}>
            {text('form.clear')}
          </Button>
          <span className="quiet form-draft">
            {form.at
              ? text('form.draftFrom', { at: formatInstant(form.at, language) })
              : text('form.draftKept')}
          </span>
        </div>
      </div>
    </RecordForm>
  );
}
