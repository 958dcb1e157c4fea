// Does the officer take the assessment over, or depart from it with a reason?
import { Alert, App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../client/api.ts';
import { useLanguage, useText } from '../../client/i18n.ts';
import { useAct, useCall } from '../../client/query.ts';
import { useCounty } from '../../client/session.tsx';
import { ProblemNotice } from '../../client/ui/problem-notice.tsx';
import type { Verdict } from '../../domain/case/fact.ts';
import type { Assessment } from '../../domain/law/assess-json.ts';
import { type Facts, summaryOf } from './fact-state.ts';

const VERDICTS = ['yes', 'no', 'depends'] as const;

export function AssessmentConfirm(props: {
  readonly id: string;
  readonly facts: Facts;
  readonly assessment: Assessment;
  /** The result is not yet that of the facts shown. */
  readonly stale: boolean;
  readonly toHandle: () => void;
  readonly taken: () => void;
}) {
  const { id, assessment, stale, toHandle, taken } = props;
  const text = useText();
  const language = useLanguage();
  const county = useCounty();
  const { notification } = App.useApp();
  const { act, busy } = useAct();
  const progress = useCall('progress', { params: { county, kind: 'case', id } });
  const [problem, setProblem] = useState<unknown>(null);
  const [departing, setDeparting] = useState(false);
  const may = progress.data?.open.includes('assess') ?? false;
  // The file is in Chinese whatever the desk speaks.
  const inChinese = async () => {
    if (language === 'zh') return assessment;
    const input = {
      params: { county, id },
      query: { language: 'zh' as const },
      body: { facts: props.facts },
    };
    return (await call('caseWhatIf', input)).assessment as unknown as Assessment;
  };
  const take = async (conclusion: Verdict, departure?: string) => {
    setProblem(null);
    try {
      const values = {
        ...valuesOf(props.facts, await inChinese(), conclusion),
        ...(departure === undefined ? {} : { departure }),
      };
      await act('step.take', { kind: 'case', id, seq: progress.data?.seq ?? 0, step: 'assess', values });
      setDeparting(false);
      taken();
      notification.success({
        title: text('law.confirmed'),
        description: text(`law.next.${conclusion}`),
        actions: <Button onClick={toHandle}>{text('law.toHandle')}</Button>,
      });
    } catch (error) {
      setProblem(error);
    }
  };
  if (progress.data && !may) return <p className="quiet no-print">{text('law.mayNot')}</p>;
  return (
    <div className="law-confirm no-print">
      <Button
        type="primary"
        loading={busy}
        disabled={stale || !may}
        onClick={() => void take(assessment.mustTransfer)}
      >
        {text('law.confirm')}
      </Button>
      <Button disabled={stale || !may} onClick={() => setDeparting(true)}>
        {text('law.depart')}
      </Button>
      {!departing && <ProblemNotice error={problem} />}
      {departing && (
        <Departure
          proposed={assessment.mustTransfer}
          busy={busy}
          problem={problem}
          close={() => setDeparting(false)}
          take={(conclusion, reason) => void take(conclusion, reason)}
        />
      )}
    </div>
  );
}

function valuesOf(facts: Facts, a: Assessment, conclusion: Verdict) {
  const charges = a.offences.filter((o) => o.reached === 'yes').map((o) => o.charge);
  return {
    ...{ proposed: a.mustTransfer, conclusion, lawVersion: a.lawVersion.rules, summary: summaryOf(a) },
    ...(charges.length > 0 ? { charges } : {}),
    facts: JSON.stringify(facts),
  };
}

function Departure(props: {
  readonly proposed: Verdict;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly close: () => void;
  readonly take: (conclusion: Verdict, reason: string) => void;
}) {
  const { proposed, busy, problem, close, take } = props;
  const text = useText();
  const choices = VERDICTS.filter((verdict) => verdict !== proposed);
  const [conclusion, setConclusion] = useState<Verdict>(choices[0] as Verdict);
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={text('law.departTitle')}
      onCancel={close}
      okText={text('law.depart')}
      okButtonProps={{ disabled: [...reason.trim()].length < 10, loading: busy }}
      onOk={() => take(conclusion, reason.trim())}
      mask={{ closable: false }}
    >
      {proposed === 'yes' && <Alert type="error" showIcon title={text('law.departDown')} />}
      <p className="law-field">
        <span>{text('law.conclusion')}</span>
        <Select
          value={conclusion}
          aria-label={text('law.conclusion')}
          onChange={setConclusion}
          options={choices.map((verdict) => ({ value: verdict, label: text(`law.${verdict}`) }))}
        />
      </p>
      <p className="law-field">
        <span>{text('law.reason')}</span>
        <Input.TextArea
          aria-label={text('law.reason')}
          rows={4}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </p>
      <ProblemNotice error={problem} />
    </Modal>
  );
}
