// What does a draft lack, and where is each of it given?
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSay, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import { caseProcedure } from '../../domain/case/procedure.ts';
import { type Procedure, ruleOf } from '../../domain/kernel/procedure.ts';
import type { Values } from '../../domain/kernel/record.ts';
import { StepDrawer } from '../procedure/step-drawer.tsx';
import type { DocumentOnWire, DocumentsOnWire } from './document-state.tsx';

type Gap = DocumentOnWire['gaps'][number];
const PROCEDURE = caseProcedure as unknown as Procedure;

export function DocumentGaps(props: {
  readonly id: string;
  readonly document: DocumentOnWire;
  readonly listed: DocumentsOnWire;
}) {
  const { id, document, listed } = props;
  const say = useSay();
  const text = useText();
  const typed = document.gaps.filter((gap) => gap.from.by === 'hand' || gap.hand);
  const others = document.gaps.filter((gap) => gap.from.by !== 'hand' && !gap.hand);
  return (
    <div className="document-gaps">
      {document.warnings.map((warning) => (
        <Alert key={warning[0]} type="warning" showIcon title={say(warning)} />
      ))}
      {others.length > 0 && (
        <>
          <h4>{text('document.missing')}</h4>
          <ul>
            {others.map((gap) => (
              <li key={gap.fact}>
                {say(gap.hint)}
                {gap.must && <span className="mark soon">{text('document.must')}</span>}
                <Source id={id} gap={gap} />
              </li>
            ))}
          </ul>
        </>
      )}
      {typed.length > 0 && listed.mayIssue && <Fills id={id} gaps={typed} />}
    </div>
  );
}

function Source(props: { readonly id: string; readonly gap: Gap }) {
  const { gap, id } = props;
  const text = useText();
  const { by, step, kind } = gap.from;
  if (by === 'step') return <GiveStep id={id} step={step ?? ''} />;
  if (by === 'setting') return <Link to="/system/setting">{text('document.giveSetting')}</Link>;
  return <Link to={`/record/${kind}/${gap.from.id}`}>{text('document.giveRecord')}</Link>;
}

/** The step's own form, where it can be taken now; else what it waits for. */
function GiveStep(props: { readonly id: string; readonly step: string }) {
  const { id, step } = props;
  const text = useText();
  const say = useSay();
  const county = useCounty();
  const params = { county, kind: 'case', id };
  const progress = useCall('progress', { params });
  const record = useCall('record', { params });
  const [open, setOpen] = useState(false);
  const label = say(ruleOf(PROCEDURE, step)?.label ?? [step, step]);
  if (!progress.data?.open.includes(step) || !record.data)
    return <span className="quiet">{text('document.waits', { step: label })}</span>;
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {text('document.give', { step: label })}
      </Button>
      {open && (
        <StepDrawer
          procedure={PROCEDURE}
          id={id}
          record={record.data.row.values as Values}
          progress={progress.data}
          step={step}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Fills(props: { readonly id: string; readonly gaps: readonly Gap[] }) {
  const { id, gaps } = props;
  const say = useSay();
  const text = useText();
  const { message } = App.useApp();
  const { act, busy } = useAct();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<unknown>(null);
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const save = async () => {
    setProblem(null);
    try {
      await act('document.fill', { case: id, fills: filled });
      setValues({});
      void message.success(text('document.saved'));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h4>{text('document.fill')}</h4>
      <div className="document-fills">
        {gaps.map((gap) => (
          <div key={gap.fact}>
            <label htmlFor={`fill-${gap.fact}`}>
              {say(gap.hint)}
              {gap.must && <span className="mark soon">{text('document.must')}</span>}
            </label>
            <Input.TextArea
              id={`fill-${gap.fact}`}
              autoSize={{ minRows: 1, maxRows: 5 }}
              maxLength={4_000}
              value={values[gap.fact] ?? ''}
              onChange={(event) => setValues({ ...values, [gap.fact]: event.target.value })}
            />
          </div>
        ))}
      </div>
      <Button htmlType="submit" disabled={Object.keys(filled).length === 0} loading={busy}>
        {text('document.saveFill')}
      </Button>
      <ProblemNotice error={problem} />
    </form>
  );
}
