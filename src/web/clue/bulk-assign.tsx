// How are many clues handed out at once? One form, each clue its own step; those that could not be stay chosen.
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { makeAction, ProblemError, sendAction } from '../../client/api.ts';
import { today } from '../../client/format.ts';
import { useSay, useText } from '../../client/i18n.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { useNarrow } from '../../client/ui/use-narrow.ts';
import { clueProcedure } from '../../domain/clue/procedure.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Procedure } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { checkValues } from '../../domain/kernel/values.ts';
import { askedValues, formKind } from '../procedure/step-kind.ts';
import { focusWrong, RecordForm } from '../register/record-form.tsx';
import type { WorkRow } from './clue-inbox.tsx';

const PROCEDURE = clueProcedure as unknown as Procedure;

export function BulkAssign(props: {
  readonly rows: readonly WorkRow[];
  /** With the ids that could not be assigned. */
  readonly close: (left: readonly string[]) => void;
}) {
  const { rows, close } = props;
  const text = useText();
  const say = useSay();
  const narrow = useNarrow();
  const county = useCounty();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [values, setValues] = useState<Values>({ on: today() });
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const done = useRef(new Set<string>());
  const kind = formKind(PROCEDURE, 'assign', values);
  const submit = async () => {
    const checked = checkValues(kind, askedValues(kind, values));
    setRefusals(checked.ok ? [] : checked.refusals);
    if (!checked.ok) return focusWrong();
    setBusy(true);
    setProblem(null);
    const failed = new Map<string, string>();
    for (const { row, seq } of rows) {
      if (done.current.has(row.id)) continue;
      const body = { kind: 'clue', id: row.id, seq, step: 'assign', values: checked.value };
      try {
        await sendAction(county, makeAction('step.take', body));
        done.current.add(row.id);
      } catch (error) {
        // Nobody there: what was typed stays, and pressing again goes on where this stopped.
        if (error instanceof ProblemError && error.status === 0) {
          setBusy(false);
          return setProblem(error);
        }
        const why = error instanceof ProblemError ? error.refusals[0] : undefined;
        failed.set(row.id, `${row.no} ${why ? say(why.message) : text('problem.unexpected')}`);
      }
    }
    setBusy(false);
    void client.invalidateQueries();
    const n = rows.length - failed.size;
    if (failed.size === 0) void message.success(text('inbox.assignedAll', { n }));
    else
      void message.warning(
        text('inbox.assignedSome', { n, failed: failed.size, why: [...failed.values()].join('；') }),
        10,
      );
    close([...failed.keys()]);
  };
  return (
    <Drawer
      open
      onClose={() => close(rows.map(({ row }) => row.id))}
      title={`${text('inbox.assignAll')} · ${text('inbox.chosen', { n: rows.length })}`}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '88%' : 560}
      mask={{ closable: false }}
      rootClassName="step-drawer"
      styles={{ body: { paddingBottom: 0 } }}
    >
      <RecordForm
        kind={kind}
        values={values}
        onChange={setValues}
        refusals={refusals}
        onSubmit={() => void submit()}
      >
        <ul className="bulk-list">
          {rows.map(({ row }) => (
            <li key={row.id}>
              <span className="num quiet">{row.no}</span> {String(row.values['content'])}
            </li>
          ))}
        </ul>
        <div className="form-foot">
          <ProblemNotice error={problem} />
          <div className="form-buttons">
            <Button type="primary" loading={busy} onClick={() => void submit()} title="Ctrl+Enter">
              {text('step.save')}
            </Button>
            <Button onClick={() => close(rows.map(({ row }) => row.id))}>{text('common.cancel')}</Button>
          </div>
        </div>
      </RecordForm>
    </Drawer>
  );
}
